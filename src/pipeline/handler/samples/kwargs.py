def evaluate(model, threshold=0.5, *, strict=False, **others):
    passed = len(model) > threshold
    return dict(passed=passed, model_uri=model, detail={"strict": strict})


def main(event, context):
    return evaluate(**event)


lambda_handler = main
