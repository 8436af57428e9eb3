exports.handler = async (event) => {
  let response = { action: event.action };
  switch (event.action) {
    case "train":
      response.instances = 2;
      break;
    case "stop":
      return { action: "stop", stopped: true };
    case "wait":
      response.delay = 1.5;
    default:
      response.fallthrough = "yes";
  }
  return response;
};
