import asyncio


async def fetch(name: str) -> dict:
    await asyncio.sleep(0)
    return {"name": name}


async def work(event):
    details = await fetch(event["name"])
    return {"statusCode": 200, "details": details, "score": 0.5}


def lambda_handler(event, context):
    return asyncio.run(work(event))
