const defaults = { retries: 3, backoff: 0.5, debug: false };

module.exports.run = async (event = {}) => {
  const settings = Object.assign({}, defaults, { name: event.name });
  delete settings.debug;
  settings.retries += 1;
  settings.list ??= [];
  return settings;
};
