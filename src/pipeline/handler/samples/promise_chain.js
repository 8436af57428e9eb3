const fetchData = (url) => fetch(url).then((response) => response.json());

exports.handler = (event) =>
  fetchData(event["url"])
    .then((data) => ({ statusCode: 200, items: data.items.map((item) => item.id), total: data.items.length }))
    .catch((error) => ({ statusCode: 500, error: error.message }));
