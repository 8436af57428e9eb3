import os


class Preprocess:
    def __init__(self, event):
        self.bucket = event["bucket"]
        self.prefix = event.get("prefix", "data")

    def run(self):
        return self._answer(f"s3://{self.bucket}/{self.prefix}")

    def _answer(self, path):
        return {"output_path": path, "stage": os.environ["STAGE"], "ok": True}


def handler(event, context):
    return Preprocess(event).run()
