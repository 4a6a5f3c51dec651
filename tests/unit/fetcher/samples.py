"""Feeds, a page and news files of our own writing."""

LONG = "The harbour council met on Friday and heard the minister explain the new tariff in detail. " * 8
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour &amp; Coast</title><link>https://harbour.example/</link><language>en-gb</language>
<item><title>Tariff &lt;b&gt;set&lt;/b&gt;</title><link>/tariff?id=1&amp;utm_source=x</link>
<guid isPermaLink="false">t1</guid>
<pubDate>Fri, 02 May 2025 10:00:00 +0200</pubDate><dc:creator>Ana Ruiz</dc:creator>
<description>&lt;p&gt;The council met.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>It ends.</p>]]></content:encoded></item>
<item><title>Second</title><description>Short.</description></item>
</channel></rss>""".encode()
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast</title><id>urn:x</id>
<entry><id>urn:e1</id><title>Left</title><link href="https://coast.example/1"/>
<updated>2025-05-02T10:00:00Z</updated>
<author><name>B. Lind</name></author>
<summary type="html">&lt;p&gt;He&amp;nbsp;left.&lt;/p&gt;</summary></entry></feed>"""
PAGE = f"""<!doctype html><html lang="en"><head><title>Tariff set | Harbour</title>
<meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://harbour.example/tariff">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Tariff set",
"datePublished": "2025-05-02T10:00:00+02:00", "author": {{"name": "Ana Ruiz"}}}}]}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Tariff set</h1><p>{LONG}</p><p>{LONG.replace("Friday", "Monday")}</p>
</article><footer>All rights reserved</footer></body></html>""".encode()
NITF = b"""<?xml version="1.0"?><nitf><head><title>Tariff</title><docdata><doc-id id-string="n-17"/>
<date.issue norm="20250502T100000Z"/></docdata></head><body><body.head><hedline><hl1>Tariff set</hl1></hedline>
<byline>By <person>Ana Ruiz</person></byline></body.head><body.content><p>The council met.</p><p>It ends.</p>
</body.content></body></nitf>"""
NEWSML = b"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:coast:1" xml:lang="en">
<itemMeta><versionCreated>2025-05-02T10:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Tariff set</headline><creator><name>Ana Ruiz</name></creator></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title>
</head><body><p>The council met.</p><p>It ends.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:coast:2"><contentSet><inlineData>Plain words.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>"""
