var https = require('https')

module.exports.handler = function (event, context, callback) {
  if (!event.url) return callback(new Error('url is missing'))
  https.get(event.url, function (res) {
    var data = ''
    res.on('data', function (chunk) { data += chunk })
    res.on('end', function () {
      callback(null, { statusCode: res.statusCode, body: data, length: data.length })
    })
  }).on('error', function (error) {
    callback(null, { statusCode: 500, error: error.message })
  })
}
