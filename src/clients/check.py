"""Runs the generated Python client against a service: search, PUT, GET, quotation, correction, DELETE."""

import sys
import time

import onrecord_client as api

ID = f"clients/python {time.time_ns()}"
configuration = api.Configuration(host=sys.argv[1])
if len(sys.argv) > 2:
    configuration.access_token = sys.argv[2]

with api.ApiClient(configuration) as client:
    writing, permalinks = api.WritingApi(client), api.PermalinksApi(client)
    search, correcting = api.SearchApi(client), api.CorrectingApi(client)
    article = api.NewArticle(
        var_date="2024-11-07",
        title="Pier to close",
        body="“The pier must go before winter,” Ruth Alder said.",
        additional_properties={"desk": "city"},
    )
    written = writing.put_article(ID, article)
    assert written.id == ID and written.status == "added" and written.quotations == 1, written
    whole = permalinks.article(ID)
    assert whole.title == "Pier to close" and whole.extra["desk"] == "city", whole
    quotation = whole.paragraphs[1].quotations[0]
    assert quotation.speaker.name == "Ruth Alder" and quotation.party is None, quotation

    found = search.search(q="pier winter", type="any", speaker=["Ruth Alder"], facets="speaker,date")
    hits = [hit.actual_instance for hit in found.hits]
    assert {hit.type for hit in hits} == {"paragraph", "quote"}, found
    assert found.facets.speaker.values[0].value == "Ruth Alder", found.facets
    assert found.facets.party is None, found.facets

    quote = permalinks.quote(quotation.id)
    assert quote.text == "The pier must go before winter", quote
    done = correcting.correct_quote(quotation.id, api.Decision(decision="speaker", name="Tom Birch"))
    assert done.quotation.speaker.name == "Tom Birch" and not done.struck, done
    history = correcting.article_corrections(ID)
    assert history.corrections[-1].state == "holds", history
    correcting.correct_quote(quotation.id, api.Decision(decision="withdraw"))

    assert f'"{ID}~p' in search.export(q="pier", format="csv")
    lines = search.export_without_preload_content(q="pier", format="jsonl").data.decode()
    assert f'"id":"{ID}~p' in lines, lines
    writing.delete_article(ID)
    try:
        permalinks.article(ID)
        raise AssertionError("the article is still there")
    except api.exceptions.NotFoundException as gone:
        assert gone.status == 404 and "holds no article" in gone.data.detail, gone
    try:
        search.search(q="pier NEAR/", var_from="2024-11-07")
        raise AssertionError("a broken query was answered")
    except api.exceptions.BadRequestException as wrong:
        assert wrong.data.errors[0].parameter == "q", wrong
    assert api.ServiceApi(client).ready().status == "up"
print("python: ok")
