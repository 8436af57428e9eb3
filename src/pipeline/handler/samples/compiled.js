"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.handler = void 0;
var client_s3_1 = require("@aws-sdk/client-s3");
var s3 = new client_s3_1.S3Client({});
var handler = async function (event) {
    var _a;
    var response = {};
    if (event === null || event === void 0 ? void 0 : event.bucket) {
        var found = true;
    }
    response.found = !!found;
    response.key = (_a = event.key) !== null && _a !== void 0 ? _a : "none";
    delete response.temporary;
    return response;
};
exports.handler = handler;
