def lambda_handler(payload, ctx):
    n = int(payload["n"])
    mode = payload.get("mode") or "fast"
    limit = payload.get("limit", 10)
    return {"kind": "even", "half": n // 2, "mode": mode, "limit": limit} if n % 2 == 0 else {"kind": "odd", "mode": mode}
