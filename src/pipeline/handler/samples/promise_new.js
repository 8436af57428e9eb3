const child = require("child_process");

exports.handler = (event) => {
  return new Promise((resolve, reject) => {
    child.exec(event.command, (error, stdout) => {
      if (error) {
        reject(error);
        return;
      }
      resolve({ exit_code: 0, output: stdout.toString() });
    });
  });
};
