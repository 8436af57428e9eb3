import middy from "@middy/core";
import httpErrorHandler from "@middy/http-error-handler";

const lambdaHandler = async (event, context) => {
  const started = Date.now();
  return {
    request: context.awsRequestId,
    item: event.detail.item,
    took: Date.now() - started,
  };
};

export const handler = middy(lambdaHandler).use(httpErrorHandler());
