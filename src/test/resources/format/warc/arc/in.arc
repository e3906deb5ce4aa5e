filedesc://in.arc 0.0.0.0 20241109100000 text/plain 67
1 0 Crawl
URL IP-address Archive-date Content-type Archive-length



https://post.example/bridge 192.0.2.1 20241109100000 text/html 859
HTTP/1.1 200 OK
Content-Type: text/html
Content-Length: 794

<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens at last","datePublished":"2024-11-07T18:00:00Z"}</script><title>Bridge opens at last</title>
</head>
<body>
<article><p>“We have waited ten years for this bridge, and the town has paid for it twice,” Ruth Alder said on Thursday, as the first cars crossed.</p>
<p>The bridge over the Elm was to open in May 2022. Tom Hale, who leads the council, said the delay was nobody’s fault, and that the ferry would sail on until spring.</p>
<p>“Nobody asked the ferrymen,” Marta Quill said. “They will be out of work by March, and there is no plan for them, none at all.”</p>
<p>The council meets again next week.</p></article>
</body>
</html>

