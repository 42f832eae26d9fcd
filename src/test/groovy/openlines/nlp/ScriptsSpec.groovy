package openlines.nlp

import openlines.nlp.phrase.PhraseBook
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.ZoneId

/** Languages that no line of ours is written for, some of them without blanks between words: five phrases an intent are enough. */
class ScriptsSpec extends Specification {

    static final Hint HINT = Hint.none(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-21T10:00:00Z"))

    /** A language's phrases for a price, the opening hours and an order. */
    static final Map<String, List<List<String>>> PHRASES = [
        zh: [
                ["多少钱", "这个多少钱", "价格是多少", "请问运费多少", "怎么收费"],
                ["几点开门", "你们什么时候营业", "营业时间是什么", "周末开门吗", "今天几点关门"],
                ["我的订单在哪里", "订单到哪了", "什么时候发货", "包裹还没到", "查询订单状态"],
        ],
        ja: [
                ["いくらですか", "値段を教えてください", "送料はいくらですか", "価格を知りたい", "料金はどのくらいですか"],
                ["何時に開きますか", "営業時間を教えてください", "週末は営業していますか", "今日は何時まで開いていますか", "定休日はいつですか"],
                ["注文はどこですか", "荷物はいつ届きますか", "注文状況を確認したい", "まだ届いていません", "発送はいつですか"],
        ],
        ko: [
                ["얼마예요", "가격이 얼마인가요", "배송비는 얼마인가요", "할인 되나요", "가격 알려주세요"],
                ["몇 시에 열어요", "영업시간이 어떻게 되나요", "주말에도 영업하나요", "몇 시에 닫아요", "지금 열려 있나요"],
                ["주문한 물건 어디 있나요", "언제 도착하나요", "배송 조회하고 싶어요", "택배가 안 왔어요", "주문 상태 확인"],
        ],
        th: [
                ["ราคาเท่าไหร่", "ค่าส่งเท่าไหร่", "ขอทราบราคาหน่อย", "อันนี้กี่บาท", "มีส่วนลดไหม"],
                ["เปิดกี่โมง", "ร้านปิดกี่โมง", "วันเสาร์เปิดไหม", "เวลาทำการคืออะไร", "ตอนนี้เปิดอยู่ไหม"],
                ["ของถึงไหนแล้ว", "คำสั่งซื้อของฉันอยู่ที่ไหน", "เมื่อไหร่จะได้ของ", "ส่งของหรือยัง", "ติดตามพัสดุ"],
        ],
        hi: [
                ["कीमत क्या है", "यह कितने का है", "डिलीवरी का खर्च कितना है", "दाम बताइए", "कितने पैसे लगेंगे"],
                ["आप कब खुलते हैं", "दुकान कब बंद होती है", "क्या आज खुला है", "रविवार को खुला है क्या", "समय क्या है दुकान का"],
                ["मेरा ऑर्डर कहाँ है", "सामान कब आएगा", "ऑर्डर की स्थिति बताइए", "पार्सल नहीं आया", "डिलीवरी कब होगी"],
        ],
        ar: [
                ["كم السعر", "ما هو سعر التوصيل", "بكم هذا", "أريد معرفة الأسعار", "كم تكلفة الشحن"],
                ["متى تفتحون", "ما هي ساعات العمل", "هل أنتم مفتوحون اليوم", "متى تغلقون", "هل تعملون يوم الجمعة"],
                ["أين طلبي", "متى يصل الطلب", "لم تصل الشحنة بعد", "ما هي حالة طلبي", "أريد تتبع الطلب"],
        ],
        he: [
                ["כמה זה עולה", "מה המחיר", "כמה עולה המשלוח", "יש הנחה", "מחירון בבקשה"],
                ["מתי אתם פתוחים", "מה שעות הפתיחה", "אתם פתוחים בשבת", "מתי סוגרים", "פתוח עכשיו"],
                ["איפה ההזמנה שלי", "מתי יגיע המשלוח", "החבילה לא הגיעה", "מה מצב ההזמנה", "מעקב משלוח"],
        ],
        tr: [
                ["fiyatı ne kadar", "kargo ücreti ne kadar", "bu kaç para", "İndirim var mı", "fiyat listesi"],
                ["saat kaçta açılıyorsunuz", "çalışma saatleriniz nedir", "pazar günü açık mısınız", "kaçta kapanıyor", "şu an açık mı"],
                ["siparişim nerede", "kargom ne zaman gelir", "sipariş durumu", "paketim gelmedi", "kargo takip"],
        ],
    ]
    static final List<String> INTENTS = ["price.ask", "opening.hours", "order.status"]

    @Shared @TempDir Path folder
    @Shared Nlp nlp
    @Shared Nlp travel

    def setupSpec() {
        PHRASES.each { language, intents ->
            Files.createDirectories(folder.resolve(language))
            [INTENTS, intents].transpose().each { intent, phrases ->
                Files.writeString(folder.resolve("$language/${intent}.yml"), phrases.collect { "- $it\n" }.join())
            }
        }
        nlp = Nlp.train(PhraseBook.read(folder))
        travel = travel(Files.createDirectories(folder.resolve("travel/zh")))
    }

    def "a message in a language is understood and its language known: #text"() {
        when:
        def understood = nlp.understand(text, HINT)

        then:
        understood.intent() == Optional.of(intent)
        understood.language() == language

        where:
        language | text || intent
        "zh" | "请问这件衣服多少钱" || "price.ask"
        "zh" | "你们几点关门" || "opening.hours"
        "zh" | "我的快递怎么还没到" || "order.status"
        "ja" | "これはいくらですか" || "price.ask"
        "ja" | "明日は営業していますか" || "opening.hours"
        "ja" | "荷物が届いていません" || "order.status"
        "ko" | "이거 얼마예요" || "price.ask"
        "ko" | "오늘 몇 시에 닫아요" || "opening.hours"
        "ko" | "택배 언제 도착해요" || "order.status"
        "th" | "ราคากี่บาท" || "price.ask"
        "th" | "วันอาทิตย์เปิดกี่โมง" || "opening.hours"
        "th" | "พัสดุถึงไหนแล้ว" || "order.status"
        "hi" | "इसकी कीमत कितनी है" || "price.ask"
        "hi" | "आज दुकान कब खुलेगी" || "opening.hours"
        "hi" | "मेरा पार्सल कहाँ है" || "order.status"
        "ar" | "بكم التوصيل" || "price.ask"
        "ar" | "متى تفتحون اليوم" || "opening.hours"
        "ar" | "أين شحنتي" || "order.status"
        "he" | "כמה עולה" || "price.ask"
        "he" | "באיזו שעה פתוחים" || "opening.hours"
        "he" | "החבילה שלי איפה" || "order.status"
        "tr" | "KARGO ÜCRETİ NE KADAR" || "price.ask"
        "tr" | "cumartesi açık mısınız" || "opening.hours"
        "tr" | "siparişim gelmedi nerede" || "order.status"
    }

    def "a value is found where no blanks part the words: #text"() {
        when:
        def found = travel.understand(text, HINT).entities()

        then:
        found*.type() == ["city"]
        found*.value() == [value]
        text.substring(found[0].start(), found[0].end()) == written

        where:
        text                      || written    | value
        "我想去北京"               || "北京"      | "北京"
        "明天有去京城的航班吗"      || "京城"      | "北京"
        "去西安的机票"             || "西安"      | "西安"
        "飞往广州的机票多少钱"      || "广州"      | "广州"
        "明日は大阪に行きたいです"  || "大阪"      | "大阪"
        "อยากไปเชียงใหม่พรุ่งนี้"    || "เชียงใหม่"  | "เชียงใหม่"
    }

    private static Nlp travel(Path chinese) {
        Files.writeString(chinese.resolve("fly.yml"), """
            phrases:
              - 我想去[北京](city)
              - 飞往[上海](city)的机票
              - 订一张去[广州](city)的票
              - 明天去[深圳](city)
              - 有去[成都](city)的航班吗
            lists:
              city: {北京: [京城], 上海: [], 西安: [], 大阪: [], เชียงใหม่: []}
            """.stripIndent())
        Files.writeString(chinese.resolve("price.yml"), "- 多少钱\n- 价格是多少\n- 怎么收费\n- 有没有优惠\n- 运费多少\n")
        Nlp.train(PhraseBook.read(chinese.parent))
    }
}
