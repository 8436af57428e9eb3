STATUS = "statusCode"
PREFIX = "train"
PATH_KEY = f"{PREFIX}_path"


class Keys:
    ROWS = "rows"
    BUCKET = "bucket"


def lambda_handler(event, context):
    out = {STATUS: 200}
    out[PATH_KEY] = "s3://{}/data".format(event[Keys.BUCKET])
    out[Keys.ROWS] = 3
    for name in ("precision", "recall"):
        out[name] = round(0.123456, 3)
    return out
