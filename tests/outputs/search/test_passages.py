"""Passages of a page: each has its own name, none is lost, and the page is otherwise as it was."""

import re

from macros.outputs.search.passages import Passage, marked_passages, plain_text

PAGE = """<h1 id="dau">Đầu trang<a class="headerlink" href="#dau" title="x">#</a></h1>
<p>Một <em>đoạn</em> &amp; một <a href="x">liên kết</a><sup id="fnref:1"><a href="#fn:1">1</a></sup>.</p>
<p>\ue0000\ue001</p>
<h2 id="hai">2. Mục hai</h2>
<ul>
<li>Mục không đoạn</li>
<li>
<p>Mục có đoạn</p>
<ul>
<li>Mục trong</li>
</ul>
</li>
</ul>
<dl>
<dt>Kỳ báo cáo</dt>
<dd>Khoảng thời gian</dd>
</dl>
<p id="rieng">Có tên riêng</p>
<p>— 12 —</p>
<div class="footnote">
<hr />
<ol>
<li id="fn:1">
<p>Chú thích một&#160;<a class="footnote-backref" href="#fnref:1" title="x">&#8617;</a></p>
</li>
</ol>
</div>"""


def test_passages_of_a_page() -> None:
    html, passages = marked_passages(PAGE)
    assert passages == [
        Passage("Đầu trang", "doan-dau-1", "Một đoạn & một liên kết."),
        Passage("2. Mục hai", "doan-hai-1", "Mục không đoạn"),
        Passage("2. Mục hai", "doan-hai-2", "Mục có đoạn"),
        Passage("2. Mục hai", "doan-hai-3", "Mục trong"),
        Passage("Kỳ báo cáo", "doan-hai-4", "Khoảng thời gian"),
        Passage("2. Mục hai", "rieng", "Có tên riêng"),
        Passage("Chú thích", "doan-chu-thich-1", "Chú thích một"),
    ]
    for passage in passages:
        assert html.count(f'id="{passage.anchor}"') == 1
    assert re.sub(r' id="doan-[^"]*"', "", html) == PAGE


def test_a_page_that_is_marked_already_stays_as_it_is() -> None:
    html, passages = marked_passages(PAGE)
    assert marked_passages(html) == (html, passages)


def test_text_is_what_a_reader_sees() -> None:
    assert plain_text('a <b>b</b>c&lt;d&gt;\n <a class="headerlink" href="#">#</a> e') == "a bc<d> e"
