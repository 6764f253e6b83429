"""What each problem code means to the person who reads it: why it matters, and one wrong and one mended example.

The examples are from the small invented project of the tests, which hold every one of them against the checks.

One table, however long: a code is looked up by its number, the guide prints all of them in this order, and whoever
adds one sees those beside it. It holds no logic that modules could part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code's title, why it matters (both Vietnamese, plain text), and what to type instead of what."""

    title: str
    why: str
    wrong: str
    right: str


# By the first two letters of a code.
FAMILIES = {
    "E1": "Tệp và chữ trong tệp",
    "E2": "Khóa và giá trị",
    "E3": "Biểu mẫu, danh mục và quan hệ",
    "E4": "Báo cáo và số liệu",
    "E5": "Trang thuyết minh",
    "E6": "Tệp mkdocs.yml",
    "W5": "Cảnh báo",
}


def _explanation(title: str, why: str, wrong: str, right: str) -> Explanation:
    return Explanation(title, why, dedent(wrong).strip("\n"), dedent(right).strip("\n"))


PROBLEM_CODES: Mapping[str, Explanation] = {
    "E100": _explanation(
        "Thiếu tệp, hoặc tệp không được đọc",
        "Tệp sai đuôi, sai tên hoặc đặt sai thư mục thì không được đọc, nên số liệu trong đó sẽ vắng mặt mà không ai "
        "biết. Tệp số liệu có đuôi .yaml; Notepad hay thêm .txt vào sau mà không cho thấy.",
        "data/reports/2031-Q1.yml",
        "data/reports/2031-Q1.yaml",
    ),
    "E101": _explanation(
        "Tệp không đọc được",
        "Một dấu sai làm cả tệp không đọc được. Hay gặp: câu có dấu hai chấm mà không đặt trong dấu nháy kép, dấu nháy "
        "quên đóng, phím Tab ở đầu dòng, dòng không thẳng hàng, tệp không lưu bằng mã hóa UTF-8.",
        "note: Thời gian thực hiện: Quý III/2031",
        'note: "Thời gian thực hiện: Quý III/2031"',
    ),
    "E102": _explanation(
        "Giá trị bắt đầu bằng dấu &, * hoặc !",
        "Ở đầu giá trị, các dấu này là lệnh của YAML và làm mất chữ. Mỗi giá trị phải viết đầy đủ.",
        "note: !Theo Nghị định số 99/2030/NĐ-VD",
        "note: Theo Nghị định số 99/2030/NĐ-VD",
    ),
    "E103": _explanation(
        "Một khóa viết hai lần",
        "Hai dòng cùng khóa thì không biết dòng nào đúng.",
        """
        value: 48
        value: 49
        """,
        "value: 48",
    ),
    "E104": _explanation(
        "Chữ có dấu viết rời",
        "Dấu đứng rời khỏi chữ thì nhìn vẫn đúng nhưng tìm kiếm không ra. Ví dụ vẽ một vòng tròn chấm ở mỗi dấu rời. "
        "Lệnh congkhai fmt ghép lại các dấu này, cả trong tệp số liệu lẫn trên trang.",
        "value: Tha◌́i đo◌̣◌̂ phu◌̣c vu◌̣",
        "value: Thái độ phục vụ",
    ),
    "E105": _explanation(
        "Ký tự không nhìn thấy",
        "Ký tự dán kèm từ Word hay trang web làm tìm kiếm và so sánh sai. Dấu cách lạ và ký tự không bề rộng thì "
        "congkhai fmt tự sửa, còn lại phải gõ lại. Ví dụ viết tên ký tự trong ngoặc vuông.",
        "value: Thái độ[U+200B] phục vụ",
        "value: Thái độ phục vụ",
    ),
    "E106": _explanation(
        "Thẻ hay mã HTML trong chữ",
        "Số liệu là chữ thuần: trang công khai in đúng từng ký tự, nên thẻ sẽ hiện nguyên trước mắt người đọc.",
        "label: Nội dung <b>chính</b>",
        "label: Nội dung chính",
    ),
    "E107": _explanation(
        "Liên kết tượng trưng trong thư mục dự án",
        "Liên kết có thể dẫn ra ngoài dự án, và tệp ở đầu kia sẽ được đưa lên trang công khai. Trong data và docs "
        "chỉ có tệp thật, không có liên kết, ống dẫn hay thiết bị.",
        "docs/bao-cao/bieu-do.png -> /home/van-thu/bieu-do.png",
        "docs/bao-cao/bieu-do.png",
    ),
    "E108": _explanation(
        "Dấu # cắt mất một phần giá trị",
        "Trong tệp số liệu, dấu # sau dấu cách mở đầu một chú thích: phần sau nó không được đọc, và câu bị cắt ngang. "
        "Câu có dấu # thì đặt cả câu trong dấu nháy; chú thích thì đứng riêng một dòng. Sau một con số, một ngày, một "
        "mã, hay sau dấu nháy đóng, chú thích vẫn đứng được.",
        "note: Xem mục #3 của kế hoạch",
        'note: "Xem mục #3 của kế hoạch"',
    ),
    "E109": _explanation(
        "Còn dấu của git, hai bản sửa chưa được gộp",
        "Hai người sửa cùng một dòng thì git giữ cả hai bản, ngăn bằng các dấu này, chờ người chọn. Để nguyên thì cả "
        "hai bản và các dấu lên trang công khai.",
        """
        <<<<<<< HEAD
        Một bản.
        =======
        Bản khác.
        >>>>>>> hoa
        """,
        "Một bản.",
    ),
    "E110": _explanation(
        "Chữ của phông cũ, hoặc chữ đã hỏng",
        "Chữ gõ bằng phông TCVN3 (.VnTime), VNI-Times thì chỉ đọc được khi máy có phông đó; trên trang công khai là "
        "chữ vô nghĩa. UniKey Toolkit chuyển được sang Unicode. Chữ đã hỏng hẳn (dấu hỏi trong ô đen) thì gõ lại.",
        "note: T×nh h×nh c¶i c¸ch hµnh chÝnh",
        "note: Tình hình cải cách hành chính",
    ),
    "E111": _explanation(
        "Ký tự chỉ giống chữ nhìn thấy",
        "Chữ Ð của tiếng Iceland, chữ а của tiếng Nga, chữ số rộng của bộ gõ khác nhìn như thật mà tìm kiếm không ra. "
        "Chữ nào chắc chắn thì congkhai fmt tự sửa.",
        "note: Theo Nghị định số 99/2030/NÐ-VD",
        "note: Theo Nghị định số 99/2030/NĐ-VD",
    ),
    "E201": _explanation(
        "Tên khóa không có",
        "Khóa gõ nhầm thì giá trị của nó không được đọc. Thông báo nêu các khóa được dùng và khóa gần đúng nhất.",
        "valeu: 48",
        "value: 48",
    ),
    "E202": _explanation(
        "Thiếu một khóa bắt buộc",
        "Thiếu khóa này thì trang công khai thiếu nội dung tương ứng.",
        """
        - id: phan-anh
          parent: thu-tuc
          printed_number: "2"
          kind: heading
        """,
        """
        - id: phan-anh
          parent: thu-tuc
          printed_number: "2"
          label: Tiếp nhận phản ánh
          kind: heading
        """,
    ),
    "E203": _explanation(
        "Giá trị sai dạng hoặc để trống",
        "Ngày, kỳ, mã, địa chỉ mỗi thứ có một cách viết, để mọi tệp hiểu như nhau. Ngày viết năm, tháng, ngày; kỳ viết "
        "như 2022-S1; mã viết chữ thường không dấu; địa chỉ bắt đầu bằng https://.",
        "date: 14/3/2031",
        "date: 2031-03-14",
    ),
    "E204": _explanation(
        "Giá trị không thuộc các từ cho phép",
        "Khóa này chỉ nhận vài từ định sẵn, viết bằng tiếng Anh; thông báo nêu từng từ và nghĩa của nó.",
        "status: không áp dụng",
        "status: not-applicable",
    ),
    "E301": _explanation(
        "Mã chưa được khai báo",
        "Mã sai thì số liệu không thuộc chỉ tiêu nào, hoặc liên kết không dẫn tới đâu. Nên chép mã từ thư mục data.",
        "- indicator: ho-so-dung-hen-ty-le",
        "- indicator: ho-so-dung-han-ty-le",
    ),
    "E302": _explanation(
        "Một mã dùng cho hai thứ",
        "Hai thứ cùng mã thì không biết số liệu thuộc thứ nào.",
        """
        - code: "1"
          label: Phát phiếu
        - code: "1"
          label: Kết hợp
        """,
        """
        - code: "1"
          label: Phát phiếu
        - code: "2"
          label: Kết hợp
        """,
    ),
    "E303": _explanation(
        "Năm của văn bản thiếu hoặc không khớp ngày",
        "Số và ký hiệu lặp lại mỗi năm, nên phải có năm mới biết là văn bản nào. Có ngày đầy đủ thì không ghi năm nữa.",
        """
        date: 2031-07-02
        year: 2030
        """,
        "date: 2031-07-02",
    ),
    "E304": _explanation(
        "Mã văn bản không khớp số, ký hiệu, năm",
        "Mã gồm số, ký hiệu và năm; lệch nhau nghĩa là mã hoặc ngày bị gõ sai.",
        """
        - id: 07-qd-cqvd-2031
          type: Quyết định
          number: "07"
          symbol: QĐ-CQVD
          date: 2032-07-02
        """,
        """
        - id: 07-qd-cqvd-2031
          type: Quyết định
          number: "07"
          symbol: QĐ-CQVD
          date: 2031-07-02
        """,
    ),
    "E305": _explanation(
        "Cơ quan kết thúc trước khi bắt đầu",
        "Hai ngày này cho biết cơ quan chịu trách nhiệm trong thời gian nào.",
        """
        valid_from: 2020-01-01
        valid_to: 2019-12-31
        """,
        """
        valid_from: 2020-01-01
        valid_to: 2035-12-31
        """,
    ),
    "E306": _explanation(
        "Dòng cha không đứng trên trong cùng nhóm",
        "Dòng cha cho biết dòng này thuộc dòng nào của biểu mẫu, nên phải là một dòng ở phía trên trong cùng tệp.",
        "parent: phan-an",
        "parent: phan-anh",
    ),
    "E308": _explanation(
        "Đơn vị tính hoặc danh mục mã không hợp loại chỉ tiêu",
        "Đơn vị tính chỉ dùng cho số đếm, tỷ lệ và số; chỉ tiêu trả lời theo mã thì phải có danh mục mã.",
        """
        kind: text
        unit: ho-so
        """,
        "kind: text",
    ),
    "E309": _explanation(
        "Cách viết đơn vị tính chưa khai báo",
        "Một đơn vị tính có thể in nhiều cách; cách mới phải được khai báo trong data/units.yaml để vẫn hiểu là một.",
        """
        printed_unit: Bộ
        unit: ho-so
        """,
        """
        printed_unit: Bộ hồ sơ
        unit: ho-so
        """,
    ),
    "E310": _explanation(
        "Kỳ cuối của chỉ tiêu trước kỳ đầu",
        "Hai kỳ này cho biết chỉ tiêu được dùng từ khi nào đến khi nào.",
        """
        first_period: 2031-S1
        last_period: 2030-A1
        """,
        """
        first_period: 2031-S1
        last_period: 2031-S1
        """,
    ),
    "E311": _explanation(
        "Không hiểu dòng quan hệ",
        "Quan hệ viết sai thì không đối chiếu được số liệu. Hai bên mỗi dấu phải có dấu cách.",
        "dung-han-trong-tong: ho-so-dung-han<=ho-so-tiep-nhan",
        "dung-han-trong-tong: ho-so-dung-han <= ho-so-tiep-nhan",
    ),
    "E312": _explanation(
        "Quan hệ so những thứ không so được",
        "Số đếm chỉ so với số đếm, tỷ lệ chỉ so với tỷ lệ hoặc với thương của hai số đếm; dòng tiêu đề không có số.",
        "dung-han-ty-le: ho-so-dung-han-ty-le = ho-so-dung-han",
        "dung-han-ty-le: ho-so-dung-han-ty-le = ho-so-dung-han / ho-so-tiep-nhan",
    ),
    "E313": _explanation(
        "Quan hệ đi vòng",
        "Một số tính từ chính nó thì lúc nào cũng đúng, nên không kiểm tra được gì.",
        "dung-han-trong-tong: ho-so-dung-han <= ho-so-dung-han",
        "dung-han-trong-tong: ho-so-dung-han <= ho-so-tiep-nhan",
    ),
    "E314": _explanation(
        "Chuỗi số liệu ngắt ở kỳ không hợp lý",
        "Từ kỳ ghi ở “breaks”, số liệu không so được với các kỳ trước. Kỳ đó phải nằm giữa kỳ đầu và kỳ cuối của chỉ "
        "tiêu, và chỉ ghi một lần.",
        """
        breaks:
          - period: 2031-S1
            reason: Từ kỳ này đếm cả hồ sơ trực tuyến.
        """,
        """
        breaks:
          - period: 2032-S1
            reason: Từ kỳ này đếm cả hồ sơ trực tuyến.
        """,
    ),
    "E315": _explanation(
        "Cách đổi từ chỉ tiêu cũ không dùng được",
        "Cách đổi cho biết số của chỉ tiêu cũ nối sang chỉ tiêu mới thế nào, nên chỉ nối các chỉ tiêu đã kết thúc và "
        "cùng loại. Hai bên mỗi dấu phải có dấu cách.",
        "conversion: dao-tao*1",
        "conversion: dao-tao",
    ),
    "E316": _explanation(
        "Mã cũ trùng với mã khác",
        "Địa chỉ của mã cũ dẫn người đọc tới trang của mã mới, nên mỗi mã cũ chỉ thuộc về một chỉ tiêu.",
        "former_ids: [bo-nhiem]",
        "former_ids: [dao-tao-tu-xa]",
    ),
    "E320": _explanation(
        "Số lấy từ chữ chưa ghi đơn vị",
        "Số trong ghi chú hay thuyết minh có thể đếm hồ sơ trong khi biểu mẫu đếm thủ tục. Ghi mã đơn vị ngay sau mẫu "
        "để không so hai thứ khác nhau.",
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ" + "liên thông: # hồ sơ"'""",
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'""",
    ),
    "E321": _explanation(
        "Quan hệ so các số khác đơn vị",
        "7 thủ tục không lớn hơn 39 hồ sơ là một câu vô nghĩa. Số so bằng, so lớn nhỏ, cộng, trừ phải cùng đơn vị.",
        "nguoi-co-ho-so: bo-nhiem <= ho-so-tiep-nhan",
        "nguoi-co-ho-so: each bo-nhiem has ho-so-tiep-nhan",
    ),
    "E322": _explanation(
        "Dạng “each … has …” dùng không đúng",
        "Dạng này nói mỗi việc đếm ở vế trái có ít nhất một việc đếm ở vế phải, nên hai vế là số đếm của hai đơn vị "
        "khác nhau. Cùng đơn vị thì viết “<=”.",
        "dung-han-trong-tong: each ho-so-dung-han has ho-so-tiep-nhan",
        "dung-han-trong-tong: ho-so-dung-han <= ho-so-tiep-nhan",
    ),
    "E323": _explanation(
        "Hai quan hệ không thể cùng đúng",
        "Một số vừa bằng 17 vừa bằng 17 cộng 10 thì thế nào cũng có một quan hệ không khớp. Đó là hai cách hiểu; chỉ "
        "giữ một.",
        """
        mot-cua: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so'
        tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'
        """,
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'""",
    ),
    "E324": _explanation(
        "Quan hệ hard không chắc chắn",
        "Quan hệ hard không khớp thì trang công khai nêu ra, nên nó phải đúng do định nghĩa: tổng và các phần, phần "
        "không lớn hơn tổng, tỷ lệ của hai số, số 0 kéo theo số 0, giữa các số in trong biểu mẫu, cùng kỳ, cùng đơn "
        "vị. Điều suy ra từ ghi chú, thuyết minh là điều cần hỏi lại cơ quan trước.",
        """
        tiep-nhan-ghi-chu:
          law: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'
          type: hard
        """,
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'""",
    ),
    "E325": _explanation(
        "Quan hệ kết thúc trước khi bắt đầu",
        "Quan hệ chỉ được xét từ kỳ “from” đến kỳ “to”, nên “to” trước “from” thì không báo cáo nào được xét.",
        """
        from: 2031-A1
        to: 2031-S1
        """,
        """
        from: 2031-S1
        to: 2031-A1
        """,
    ),
    "E401": _explanation(
        "Một chỉ tiêu ghi hai lần",
        "Hai số cho một chỉ tiêu thì không biết công bố số nào.",
        """
        - indicator: ho-so-dung-han
          value: 21

        - indicator: ho-so-dung-han
          value: 22
        """,
        """
        - indicator: ho-so-dung-han
          value: 21
        """,
    ),
    "E402": _explanation(
        "Không phải là số, hoặc số viết không rõ",
        "“10.749” có thể là mười nghìn hay mười phẩy bảy; phần mềm không đoán thay. Chỉ viết chữ số, không dấu ngăn "
        "hàng nghìn, không dấu %, không đơn vị tính; số viết bằng chữ (“mười sáu”) thì viết lại là 16.",
        "value: 10.749",
        "value: 10749",
    ),
    "E403": _explanation(
        "Dòng tiêu đề lại có số liệu",
        "Dòng tiêu đề không nhận số liệu; có thể số bị điền lệch một dòng.",
        """
        - indicator: phan-anh
          value: 3
        """,
        """
        - indicator: phan-anh
          note: "Thời gian thực hiện: Quý III/2031"
        """,
    ),
    "E404": _explanation(
        "Câu trả lời không có trong danh mục mã",
        "Chỉ tiêu này trả lời bằng mã, để mọi kỳ so được với nhau. Thông báo nêu các mã và nghĩa của từng mã.",
        "value: có",
        "value: 1",
    ),
    "E405": _explanation(
        "Số nằm ngoài khoảng cho phép",
        "Số đếm là số nguyên không âm; tỷ lệ từ 0 đến 100, trừ chỉ tiêu ghi may_exceed_100: true.",
        "value: 48,5",
        "value: 48",
    ),
    "E406": _explanation(
        "Khối đứng sai thứ tự",
        "Các khối đứng theo thứ tự của biểu mẫu, để khi so hai kỳ mỗi thay đổi chỉ hiện một lần.",
        """
        - indicator: ho-so-dung-han-ty-le
          value: 43,750

        - indicator: ho-so-dung-han
          value: 21
        """,
        """
        - indicator: ho-so-dung-han
          value: 21

        - indicator: ho-so-dung-han-ty-le
          value: 43,750
        """,
    ),
    "E407": _explanation(
        "Báo cáo thiếu một chỉ tiêu",
        "Mỗi chỉ tiêu của kỳ phải có một khối: thiếu khối thì không biết là báo cáo để trống hay bị bỏ quên.",
        """
        - indicator: phan-anh-niem-yet
          value: 1
          note: Theo Nghị định số 99/2030/NĐ-VD

        - indicator: phan-anh-noi-dung
          value: Thái độ phục vụ
        """,
        """
        - indicator: phan-anh-niem-yet
          value: 1
          note: Theo Nghị định số 99/2030/NĐ-VD

        - indicator: phan-anh-hinh-thuc
          status: not-reported

        - indicator: phan-anh-noi-dung
          value: Thái độ phục vụ
        """,
    ),
    "E408": _explanation(
        "Chỉ tiêu không dùng trong kỳ này",
        "Biểu mẫu thay đổi theo thời gian; chỉ tiêu chỉ nhận số liệu từ kỳ đầu đến kỳ cuối của nó.",
        """
        - indicator: dao-tao
          value: 0

        - indicator: dao-tao-truc-tuyen
          value: 3
        """,
        """
        - indicator: dao-tao
          value: 0
        """,
    ),
    "E409": _explanation(
        "Thiếu số liệu, hoặc vừa có vừa không",
        "Ô trống không phải là số 0. Mỗi khối có hoặc “value”, hoặc “status” nêu lý do để trống.",
        """
        - indicator: ho-so-tiep-nhan
          value:
        """,
        """
        - indicator: ho-so-tiep-nhan
          status: not-reported
        """,
    ),
    "E410": _explanation(
        "Kỳ không khớp tên tệp",
        "Mỗi kỳ một tệp, mang tên của kỳ; lệch nhau thường là chép tệp của kỳ khác mà quên sửa.",
        """
        # Tệp data/reports/2031-A1.yaml
        period: 2031-N1
        """,
        """
        # Tệp data/reports/2031-A1.yaml
        period: 2031-A1
        """,
    ),
    "E411": _explanation(
        "Ngày chốt số liệu trước ngày bắt đầu",
        "Hai ngày này cho người đọc biết số liệu của khoảng thời gian nào.",
        """
        data_start: 2031-12-15
        data_end: 2031-06-14
        """,
        """
        data_start: 2030-12-15
        data_end: 2031-06-14
        """,
    ),
    "E412": _explanation(
        "Báo cáo đã ban hành mà thiếu số, ký hiệu hoặc ngày",
        "Báo cáo đã ban hành có đủ ba thứ; còn thiếu thì báo cáo là dự thảo, và trang công khai ghi rõ như vậy.",
        """
        status: published
        symbol: BC-CQVD
        place: Ví Dụ
        """,
        """
        status: published
        number: "12"
        symbol: BC-CQVD
        date: 2031-06-20
        place: Ví Dụ
        """,
    ),
    "E413": _explanation(
        "Lần công bố ghi sai số hoặc sai ngày",
        "Các lần công bố đánh số 1, 2, 3, ngày không lùi, để người đọc theo được số liệu đổi khi nào.",
        """
        - number: 3
          date: 2031-07-02
          reason: Sửa số hồ sơ đúng hạn
        """,
        """
        - number: 2
          date: 2031-07-02
          reason: Sửa số hồ sơ đúng hạn
        """,
    ),
    "E414": _explanation(
        "Kỳ dự kiến hoặc lý do đặt không đúng",
        "“expected” chỉ đi với số liệu chờ kết quả và là một kỳ sau kỳ báo cáo; “reason” chỉ đi với ô trống.",
        """
        value: 21
        expected: 2031-A1
        """,
        "value: 21",
    ),
    "E415": _explanation(
        "Vị trí tên người không khớp “persons”",
        "Tên người để riêng thì khi cần giữ kín, chỉ tên bị giấu còn số liệu vẫn công khai. "
        "Mỗi người ứng với một vị trí {1}, {2} trong ghi chú.",
        """
        note: Bổ nhiệm ông {1}
        persons:
          - name: Lê Văn Bịa Đặt
          - name: Trần Thị Không Nêu
            withheld: true
        """,
        """
        note: Bổ nhiệm ông {1} và bà {2}
        persons:
          - name: Lê Văn Bịa Đặt
          - name: Trần Thị Không Nêu
            withheld: true
        """,
    ),
    "E416": _explanation(
        "Câu hỏi, lưu ý về kỳ chưa có báo cáo",
        "Câu hỏi và lưu ý nói về số liệu của một báo cáo; không có báo cáo thì không hiện ở đâu. "
        "Tên tệp trong data/quality cũng phải là kỳ đó.",
        """
        # Tệp data/quality/2031-Q3.yaml
        period: 2031-Q3
        """,
        """
        # Tệp data/quality/2031-S1.yaml
        period: 2031-S1
        """,
    ),
    "E417": _explanation(
        "Dòng hay đoạn về kỷ luật nêu tên người",
        "Trang công khai không nêu tên người bị kỷ luật, ở dòng số liệu, câu hỏi, lưu ý hay đoạn thuyết minh; "
        "chỉ số liệu được công bố.",
        """
        value: 1
        note: Khiển trách ông Nguyễn Văn Ví Dụ
        """,
        """
        value: 1
        note: Khiển trách một công chức
        """,
    ),
    "E418": _explanation(
        "Đổi số liệu đã ban hành mà không ghi lần công bố",
        "Người đọc có thể đã dùng số cũ, nên phải được biết số đổi khi nào và vì sao. Ở ví dụ, số đã ban hành là 48. "
        "Số liệu của bản dự thảo thì sửa tự do.",
        """
        revisions:
          - number: 1
            date: 2031-06-20
            reason: Công khai lần đầu
          - number: 2
            date: 2031-07-02
            reason: Sửa số hồ sơ đúng hạn
            document: 07-qd-cqvd-2031
        observations:
          - indicator: ho-so-tiep-nhan
            value: 49
        """,
        """
        revisions:
          - number: 1
            date: 2031-06-20
            reason: Công khai lần đầu
          - number: 2
            date: 2031-07-02
            reason: Sửa số hồ sơ đúng hạn
            document: 07-qd-cqvd-2031
          - number: 3
            date: 2031-07-20
            reason: Đếm sót một hồ sơ
        observations:
          - indicator: ho-so-tiep-nhan
            value: 49
        """,
    ),
    "E419": _explanation(
        "Tên được giữ kín còn xuất hiện ở nơi khác",
        "Tên giữ kín ở một ghi chú mà viết ra ở trang khác thì vẫn lộ. "
        "Ở ví dụ, báo cáo ghi withheld: true cho tên này.",
        "Bà Trần Thị Không Nêu đã nghỉ.",
        "Một phó trưởng phòng đã nghỉ.",
    ),
    "E420": _explanation(
        "Ngày không thuộc kỳ báo cáo",
        "Ngày trước khi kỳ bắt đầu, hoặc cách kỳ nhiều năm, là gõ nhầm: không báo cáo nào của kỳ có thể có ngày đó.",
        "data_start: 2013-12-15",
        "data_start: 2030-12-15",
    ),
    "E421": _explanation(
        "Mục tiêu ở chỉ tiêu không phải là số",
        "Mục tiêu là một số để người đọc thấy còn cách bao xa. Câu trả lời theo mã, nội dung bằng chữ và tiêu đề không "
        "có mục tiêu.",
        """
        value: 1
        target: 1
        """,
        """
        value: 1
        """,
    ),
    "E422": _explanation(
        "Báo cáo đã công khai bị xóa hoặc đổi lại thành dự thảo",
        "Người đọc có thể đã trích dẫn báo cáo và địa chỉ của nó. Báo cáo đã công khai thì giữ mãi và không trở lại "
        "thành bản dự thảo; số sai thì đính chính, kỳ ghi nhầm thì đổi kỳ bằng một lần công bố mới. Ở ví dụ, tệp của "
        "báo cáo bị xóa.",
        "data/reports/ (không có 2031-S1.yaml)",
        "data/reports/2031-S1.yaml (lấy lại từ lịch sử git)",
    ),
    "E423": _explanation(
        "Viết lại một lần công bố đã công khai",
        "Ngày và lý do của mỗi lần đã công khai là điều người đọc đã được cho biết, nên không sửa lại về sau và "
        "không xóa. Điều cần nói thêm thì ghi ở một lần công bố mới.",
        """
        - number: 2
          date: 2031-07-02
          reason: Cập nhật
        """,
        """
        - number: 2
          date: 2031-07-02
          reason: Sửa số hồ sơ đúng hạn
        """,
    ),
    "E424": _explanation(
        "Đổi định nghĩa của dòng mà báo cáo đã công khai dùng",
        "Đổi đơn vị, loại, danh mục mã, tên hay dòng cha của một chỉ tiêu, hay đổi “label” của một đơn vị, một mã, là "
        "đổi nghĩa của mọi số đã công khai ở đó. "
        "Biểu mẫu mới đổi thì thêm chỉ tiêu mới, cho chỉ tiêu cũ kết thúc. Trước đây chép sai thì thêm một lần công bố "
        "vào từng báo cáo dùng dòng đó. Ở ví dụ, 48 hồ sơ thành 48 người.",
        """
        printed_unit: Người
        unit: nguoi
        """,
        """
        printed_unit: Hồ sơ
        unit: ho-so
        """,
    ),
    "E425": _explanation(
        "Câu hỏi không đúng khuôn",
        "Điểm cần làm rõ được đọc ngay dưới số liệu, nên phải ngắn, và đứng tại đúng một chỉ tiêu có số liệu; mỗi chỉ "
        "tiêu nhiều nhất một câu hỏi chưa có trả lời. Hỏi về cả báo cáo thì bỏ dòng indicator. Ở ví dụ, kinh-phi là "
        "dòng tiêu đề.",
        """
        - id: dung-han-cach-tinh
          indicator: kinh-phi
        """,
        """
        - id: dung-han-cach-tinh
          indicator: ho-so-dung-han-ty-le
        """,
    ),
    "E426": _explanation(
        "Câu hỏi hoặc lưu ý dùng chữ trách cứ",
        "Trang công khai nêu điều báo cáo ghi rồi hỏi, không kết luận thay. Nếu có cách hiểu làm các số hợp nhau thì "
        "nêu cách đó trước. Chữ trong ngoặc kép “ ” là trích từ nguồn, không xét.",
        'text: "Báo cáo ghi “chỉ mới 66,7%”, nhưng ghi chú nêu khác. Cần làm rõ: tính trên hồ sơ nào?"',
        'text: "Báo cáo ghi “chỉ mới 66,7%”; ghi chú nêu số khác. Cần làm rõ: tính trên hồ sơ nào?"',
    ),
    "E427": _explanation(
        "Trả lời trước ngày hỏi",
        "Ngày hỏi và ngày trả lời được công bố cùng câu hỏi; không ngày nào được đoán.",
        """
        asked: 2031-07-14
        answer:
          text: Tính trên hồ sơ đã trả.
          date: 2031-07-04
          by: Văn phòng
        """,
        """
        asked: 2031-07-14
        answer:
          text: Tính trên hồ sơ đã trả.
          date: 2031-07-24
          by: Văn phòng
        """,
    ),
    "E428": _explanation(
        "Câu nói rõ số liệu có số không lấy từ báo cáo",
        "Câu ở “covers” đi cùng con số ở mọi nơi nó đứng riêng. Số liệu trong câu viết bằng mã để sửa một nơi là đủ; "
        "số khác phải in trong ghi chú của những dòng được nhắc tới.",
        "covers: Đúng hạn 21/48 hồ sơ",
        'covers: "Đúng hạn {ho-so-dung-han}/{ho-so-tiep-nhan} hồ sơ"',
    ),
    "E501": _explanation(
        "Sai cú pháp macro",
        "Macro viết hỏng thì cả trang không dựng được. Ngoặc nhọn và dấu nháy đi thành cặp; dùng dấu nháy thẳng.",
        "{{ report_head() }",
        "{{ report_head() }}",
    ),
    "E502": _explanation(
        "Không có macro này",
        "Tên macro gõ nhầm thì không có gì để in. Danh sách macro ở trang hướng dẫn macro.",
        "{{ report_haed() }}",
        "{{ report_head() }}",
    ),
    "E503": _explanation(
        "Đối số của macro sai",
        "Mỗi macro nhận vài đối số nhất định; thông báo nêu đủ các đối số và kiểu của chúng.",
        '{{ downloads("2031-S1", "csv") }}',
        '{{ downloads("2031-S1") }}',
    ),
    "E504": _explanation(
        "Macro gọi một mã không có",
        "Mã sai thì trang không có số liệu hay liên kết để in. Thông báo nêu mã gần đúng nhất.",
        '{{ document("01-kh-cqvd-2030") }}',
        '{{ document("01-kh-cqvd-2031") }}',
    ),
    "E505": _explanation(
        "Macro gọi số liệu của dòng tiêu đề",
        "Dòng tiêu đề không có số liệu để in; chọn một chỉ tiêu bên dưới.",
        '{{ observation("kinh-phi") }}',
        '{{ observation("kinh-phi-duoc-giao") }}',
    ),
    "E506": _explanation(
        "Trang báo cáo ghi sai kỳ",
        "Macro lấy số liệu theo kỳ ở đầu trang; sai kỳ thì cả trang in số liệu của kỳ khác. "
        "Ví dụ là đầu trang docs/bao-cao/2031-a1.md.",
        """
        title: Báo cáo năm 2031
        period: 2031-S1
        """,
        """
        title: Báo cáo năm 2031
        period: 2031-A1
        """,
    ),
    "E507": _explanation(
        "Báo cáo chưa có trang thuyết minh",
        "Các danh sách và liên kết đều dẫn tới trang của báo cáo, nên mỗi tệp số liệu cần một trang. "
        "Lệnh congkhai new tạo cả hai.",
        "data/reports/2031-A1.yaml",
        """
        data/reports/2031-A1.yaml
        docs/bao-cao/2031-a1.md
        """,
    ),
    "E508": _explanation(
        "Trong ngoặc nhọn không phải là lời gọi macro",
        "Trang không tính toán: mỗi cặp ngoặc nhọn gọi một macro, nên lệnh kiểm tra biết trước trang dựng được. Ở "
        "ví dụ, phép chia cho 0 sẽ làm hỏng cả lần dựng.",
        "{{ 21 / 0 }}",
        '{{ observation("ho-so-dung-han-ty-le") }}',
    ),
    "E509": _explanation(
        "Phần đầu trang có khóa không dùng được",
        "Phần đầu trang chỉ có title, description, period, hide, search. Khóa khác có thể dẫn người đọc sang máy khác "
        "hoặc làm trang in nguyên lệnh, nên không được nhận.",
        "template: sitemap.xml",
        "description: Trang ví dụ",
    ),
    "E510": _explanation(
        "Liên kết không dẫn tới đâu",
        "Người đọc nhấn vào thì gặp trang báo “không tìm thấy”. Đường dẫn tính từ trang đang viết; phần sau dấu # là "
        "đề mục viết thường, không dấu, nối bằng gạch ngang.",
        "Xem [cách đọc số liệu](cach-doc.md).",
        "Xem [cách đọc số liệu](../cach-doc-so-lieu.md).",
    ),
    "E511": _explanation(
        "Tệp được liên kết không đưa lên trang được",
        "Địa chỉ đã công khai thì không đổi nữa, nên tên tệp viết chữ không dấu, không có dấu cách. Chỉ nhận ảnh, văn "
        "bản và bảng; tệp nén, tệp web và tệp chạy được thì không. Hai tên chỉ khác nhau ở chữ hoa, chữ thường thì "
        "trên Windows là một tệp, nên một tệp bị mất.",
        "[Phụ lục](phụ-lục.pdf)",
        "Phụ lục gửi kèm báo cáo giấy.",
    ),
    "E512": _explanation(
        "Chú thích cuối trang không khớp",
        "Mỗi dấu [^1] có một chú thích [^1]: ở cuối trang, viết một lần. Thiếu thì dấu [^1] in nguyên trên trang; "
        "thừa thì chú thích đứng đó mà không biết nói về đâu.",
        "Đã tiếp nhận đủ[^8].",
        "Đã tiếp nhận đủ.",
    ),
    "E513": _explanation(
        "Macro chỉ có một dấu ngoặc nhọn",
        "Một dấu ngoặc thì không phải lời gọi: trang in nguyên dòng lệnh thay cho số liệu.",
        'Tiếp nhận { observation("ho-so-tiep-nhan") }.',
        'Tiếp nhận {{ observation("ho-so-tiep-nhan") }}.',
    ),
    "E514": _explanation(
        "Hai đề mục giống nhau trên một trang",
        "Địa chỉ của đề mục lấy từ chữ của nó. Hai đề mục cùng chữ thì đề mục đứng trước chiếm địa chỉ, nên thêm một "
        "đề mục ở trên làm mọi liên kết đã có dẫn tới đề mục khác. Đề mục thêm sau thì ghi địa chỉ riêng.",
        """
        ## 2. Kết quả

        Một.

        ## 2. Kết quả
        """,
        """
        ## 2. Kết quả

        Một.

        ## 2. Kết quả {: #2-ket-qua-2 }
        """,
    ),
    "E515": _explanation(
        "Ảnh trên trang không dùng được",
        "Ảnh lấy từ máy khác cho máy đó biết ai đọc trang, và mất khi máy đó đổi; ảnh không có lời mô tả thì người "
        "dùng phần mềm đọc màn hình không biết ảnh nói gì. Ảnh là tệp trong docs/, lời mô tả trong ngoặc vuông.",
        "![](https://vi-du.example/bieu-do.png)",
        "![Biểu đồ số hồ sơ theo tháng](bieu-do.png)",
    ),
    "E601": _explanation(
        "Tệp mkdocs.yml có khóa hoặc tên không dùng được",
        "Khóa lạ có thể bị bỏ qua mà không ai biết, hoặc làm đổi cả trang. Thông báo nêu các khóa được dùng tại đó.",
        "site_nam: Dự án ví dụ",
        "site_description: Dự án ví dụ",
    ),
    "E602": _explanation(
        "Tệp mkdocs.yml có giá trị không hợp",
        "Giá trị này làm trang dựng sai hoặc công bố điều chưa soát. Địa chỉ trang viết đủ, không có dấu ? và #.",
        "site_url: congkhai.vi-du.example/?trang=1",
        "site_url: https://congkhai.vi-du.example/",
    ),
    "E603": _explanation(
        "Tệp mkdocs.yml thiếu một mục bắt buộc",
        "Thiếu mục này thì trang không dựng được, hoặc macro hỏng vẫn được in ra như chữ thường.",
        """
        - macros:
            modules: [macros] # dự án này không có thư mục macros/ của riêng mình
            on_error_fail: true
        """,
        """
        - macros:
            modules: [macros] # dự án này không có thư mục macros/ của riêng mình
            on_undefined: strict
            on_error_fail: true
        """,
    ),
    "W501": _explanation(
        "Số liệu gõ tay trong thuyết minh",
        "Số gõ tay không đổi theo khi số liệu được sửa, nên thuyết minh và phụ lục sẽ nói khác nhau; số gần bằng "
        "có thể là gõ nhầm. Nếu thật là một số khác, bọc nó bằng macro typed.",
        "Cơ quan tiếp nhận 48 hồ sơ.",
        'Cơ quan tiếp nhận {{ observation("ho-so-tiep-nhan") }}.',
    ),
    "W502": _explanation(
        "Văn bản gõ tay trong thuyết minh",
        "Văn bản gõ tay không có liên kết, và trang của văn bản không liệt kê đoạn này. "
        "Viết tắt như “QĐ số 3826” cũng là viện dẫn.",
        "Căn cứ Kế hoạch số 02/KH-CQVD ngày 14/3/2031.",
        'Căn cứ {{ document("02-kh-cqvd-2031", "Kế hoạch số 02/KH-CQVD ngày 14/3/2031") }}.',
    ),
    "W503": _explanation(
        "Trích dẫn khác sổ văn bản",
        "Cùng một văn bản mà hai nơi ghi khác số hoặc khác ngày thì một nơi viết sai. "
        "Nếu chính nguồn viết như vậy, giữ nguyên và ghi vào danh sách nội bộ (for_staff).",
        '{{ document("02-kh-cqvd-2031", "Kế hoạch số 02/KH-CQVD ngày 15/3/2031") }}',
        '{{ document("02-kh-cqvd-2031", "Kế hoạch số 02/KH-CQVD ngày 14/3/2031") }}',
    ),
    "W504": _explanation(
        "Văn bản không được viện dẫn ở đâu",
        "Sổ văn bản chỉ gồm văn bản mà báo cáo dựa vào; có thể một lần viện dẫn bị bỏ sót. "
        "Ở ví dụ, văn bản 07-qd-cqvd-2031 là căn cứ của lần công bố.",
        """
        - number: 2
          date: 2031-07-02
          reason: Sửa số hồ sơ đúng hạn
        """,
        """
        - number: 2
          date: 2031-07-02
          reason: Sửa số hồ sơ đúng hạn
          document: 07-qd-cqvd-2031
        """,
    ),
    "W505": _explanation(
        "Tên người viết thẳng trong ghi chú",
        "Tên viết trong câu thì không thể giữ kín khi cần. Đặt tên ở “persons”, trong câu viết {1}.",
        "note: Bổ nhiệm ông Lê Văn Bịa Đặt",
        """
        note: Bổ nhiệm ông {1}
        persons:
          - name: Lê Văn Bịa Đặt
        """,
    ),
    "W506": _explanation(
        "Ngày khác thường",
        "Số liệu thường chốt gần ngày cuối kỳ, báo cáo ký sau ngày chốt và trong vòng một năm, văn bản viện dẫn có "
        "từ trước. Nguồn ghi đúng như vậy thì giữ nguyên.",
        "data_end: 2031-03-14",
        "data_end: 2031-06-14",
    ),
    "W507": _explanation(
        "Mẫu của quan hệ khớp nhiều số",
        "Mẫu khớp nhiều số thì không biết so với số nào, nên quan hệ không tính được. Ở ví dụ, ghi chú là “Một cửa: "
        "45 hồ sơ; liên thông: 3 hồ sơ”.",
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "# hồ sơ":ho-so'""",
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'""",
    ),
    "W508": _explanation(
        "Mẫu của quan hệ không khớp câu nào",
        "Mẫu phải đúng từng chữ của nguồn; sai một dấu thì không đọc được số, và quan hệ không bao giờ tính được. Ở "
        "ví dụ, ghi chú là “Một cửa: 45 hồ sơ; liên thông: 3 hồ sơ”.",
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một của: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'""",
        """tiep-nhan-ghi-chu: 'ho-so-tiep-nhan = "Một cửa: # hồ sơ":ho-so + "liên thông: # hồ sơ":ho-so'""",
    ),
    "W509": _explanation(
        "Tỷ lệ có dấu chấm trước ba chữ số",
        "“1.234” có thể là 1,234% hay 1234 điền nhầm dòng. Dấu phẩy thì rõ; tỷ lệ đúng bằng thương của hai số "
        "trong báo cáo thì không bị hỏi.",
        "value: 1.234",
        "value: 43,750",
    ),
    "W510": _explanation(
        "Đề mục gần giống tên một nhóm chỉ tiêu",
        "Trang tìm kiếm lọc lời văn theo nhóm; đề mục viết khác tên nhóm thì phải ghi nó là của nhóm nào. Ở ví dụ, "
        "đề mục của thuyết minh là “2. Tài chính, nhân sự”.",
        """
        label: Tài chính và nhân sự
        """,
        """
        label: Tài chính và nhân sự
        narrative_headings:
          - Tài chính, nhân sự
        """,
    ),
    "W511": _explanation(
        "Tệp trong thư mục mà người đọc không thấy",
        "Chỉ các trang đã biết và tệp mà một trang liên kết tới được đưa lên trang công khai; bản nháp và bản lưu tạm "
        "thì không. Cần công khai thì viết liên kết; không cần thì chuyển tệp đi nơi khác.",
        "docs/bao-cao/BC CCHC năm 2031.docx",
        """
        docs/bao-cao/bc-cchc-nam-2031.docx
        [Báo cáo năm 2031](bc-cchc-nam-2031.docx)
        """,
    ),
    "W512": _explanation(
        "Tên giữ kín còn trong lịch sử git",
        "Giữ kín về sau thì trang và các bản lưu bỏ tên, nhưng lần ghi trước vẫn còn trong kho: ai chép được kho thì "
        "đọc được. Chỉ người bảo trì xóa được tên khỏi lịch sử.",
        """
        - name: Lê Văn Bịa Đặt
          withheld: true
        """,
        "- name: Lê Văn Bịa Đặt",
    ),
    "W513": _explanation(
        "Tên giữ kín không tìm được trong tệp PDF",
        "Tệp PDF giữ hình của chữ, không giữ chữ, nên phần mềm chỉ đọc được tên tác giả, tiêu đề, ghi chú của tệp. "
        "Dự án có tên phải giữ kín thì người đăng tệp tự tìm tên trong từng tệp PDF; xem rồi thì bỏ qua lời nhắc này.",
        "[Phụ lục](phu-luc-2031.pdf)",
        "Phụ lục gửi kèm báo cáo giấy.",
    ),
    "W514": _explanation(
        "Bảng dán vào thành một đoạn chữ",
        "Bảng chép từ Word hoặc Excel có phím Tab giữa các ô; trang web đọc phím Tab như dấu cách, nên cả bảng dồn "
        "thành một đoạn không còn cột.",
        """
        Quý	Số hồ sơ
        I	20
        II	28
        """,
        """
        | Quý | Số hồ sơ |
        |---|---|
        | I | 20 |
        | II | 28 |
        """,
    ),
    "W515": _explanation(
        "Dòng thụt vào in thành khung mã",
        "Bốn dấu cách hay một phím Tab ở đầu đoạn, như khi thụt đầu dòng trong Word, làm cả đoạn in thành khung chữ "
        "máy, không xuống dòng.",
        """
        Kết quả như sau.

            Công tác chỉ đạo được duy trì.
        """,
        """
        Kết quả như sau.

        Công tác chỉ đạo được duy trì.
        """,
    ),
    "W516": _explanation(
        "Danh sách dính vào đoạn trên",
        "Không có dòng trống ở trước, hoặc đầu mục là dấu – của Word, thì các mục in liền thành một đoạn.",
        """
        Kết quả:
        - Một cửa
        - Một cửa liên thông
        """,
        """
        Kết quả:

        - Một cửa
        - Một cửa liên thông
        """,
    ),
    "W517": _explanation(
        "Dấu định dạng trong tệp số liệu",
        "Ghi chú, tên, lý do trong tệp số liệu in đúng như gõ: cặp dấu ** không làm chữ đậm, ngoặc nhọn không "
        "gọi được macro.",
        "note: Đạt **100%** kế hoạch",
        "note: Đạt 100% kế hoạch",
    ),
    "W521": _explanation(
        "Số gấp 10, 100 lần kỳ trước",
        "Gõ thừa một số 0 hay mất dấu phẩy thì số lớn lên 10 lần mà mọi phép kiểm tra dạng số vẫn qua. Chỉ nhắc ở báo "
        "cáo mới nhất, so với kỳ gần nhất so sánh được. Nguồn ghi đúng như vậy thì giữ nguyên.",
        "value: 11200",
        "value: 112",
    ),
    "W522": _explanation(
        "Tỷ lệ từ 1 trở xuống mà kỳ trước trên 50",
        "Excel lưu 98,5% thành 0,985, chép sang thì thành chưa tới 1%. Nguồn ghi đúng như vậy thì giữ nguyên.",
        "value: 0,985",
        "value: 98,5",
    ),
    "W523": _explanation(
        "Phân số gõ vào ô phần trăm",
        "7/16 là 43,75%, không phải 0,4375%. Hai số dùng để tính tỷ lệ này có trong báo cáo.",
        "value: 0.4375",
        "value: 43.75",
    ),
}
