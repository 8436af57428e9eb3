const { SageMakerClient, DescribeEndpointCommand } = require("@aws-sdk/client-sagemaker");
const client = new SageMakerClient();

const answer = (fields) => Object.freeze({ checked: true, ...fields });

exports.handler = async (event) => {
  try {
    const { EndpointStatus } = await client.send(new DescribeEndpointCommand({ EndpointName: event.endpoint }));
    return answer({ status: EndpointStatus, ready: EndpointStatus === "InService" });
  } catch (err) {
    console.error(err);
    return answer({ status: "missing", ready: false, reason: err?.message ?? "unknown" });
  } finally {
    console.log("done");
  }
};
