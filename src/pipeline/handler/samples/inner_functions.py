def lambda_handler(event, context):
    def transform(row):
        return {"inner": row, "not_an_output": 1}

    class Row:
        def as_dict(self):
            return {"neither": True}

    rows = [transform(row) for row in event["rows"]]
    square = lambda x: {"also_not": x * x}
    return {"rows_out": rows, "count": len(rows)}
