"""One page of each type that the site has, for whatever looks at all of them."""

PAGE_TYPES = (
    "",
    "bao-cao/",
    "bao-cao/2022-s1/",
    "bao-cao/2022-s1/chat-luong/",
    "bao-cao/2022-s1/so-sanh/",
    "bao-cao/2022-s1/v1/",
    "lich-su-sua-doi/",
    "so-sanh/",
    "tim-kiem/",
    "tim-kiem/?q=dung+han",
    "nhom/chinh-phu-so/",
    "chi-tieu/",
    "chi-tieu/ke-hoach-ty-le-hoan-thanh/",
    "chi-tieu/kiem-tra-van-de-phat-hien/",
    "chi-tieu/tin-bai-chuyen-trang-tinh/",
    "van-ban/",
    "van-ban/15-kh-bql-2022/",
    "thuat-ngu/",
    "cach-doc-so-lieu/",
    "gioi-thieu/",
    "tiep-can/",
    "huong-dan/",
    "huong-dan/macro/",
    "huong-dan/loi/",
    "404.html",
)

# What only many periods bring, in the invented project of 8 periods and seed 1: charts and small multiples, a column of
# changes, comparisons made by the site and in the browser, corrections, revisions, kept pages.
DEMO_PAGE_TYPES = (
    "",
    "bao-cao/2032-s1/",
    "bao-cao/2032-s1/so-sanh/",
    "bao-cao/2031-a1/chat-luong/",
    "bao-cao/2031-a1/v1/",
    "lich-su-sua-doi/",
    "so-sanh/?truoc=2031-S1&sau=2032-S1",
    "tim-kiem/?q=dung+han",
    "nhom/cai-cach-tthc/",
    "chi-tieu/ho-so-tiep-nhan/",
    "chi-tieu/khao-sat-hai-long/",
)
