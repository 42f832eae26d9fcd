package openlines.bitrix24

import openlines.bitrix24.event.DialogEvent
import openlines.bitrix24.event.Events
import openlines.bitrix24.event.Incoming
import openlines.bitrix24.event.MalformedBody
import spock.lang.Specification

/** A hundred thousand bodies made of good ones by a seeded mutation: each is read, or refused in the one expected way. */
class FuzzSpec extends Specification {
    static final int BODIES = Integer.getInteger('openlines.fuzz', 100_000)
    static final List<String> GOOD = [
            'event=ONIMBOTV2MESSAGEADD&data[bot][id]=456&data[bot][code]=b&data[message][id]=789&data[message][chatId]=5&data[message][text]=Hi+%F0%9F%98%80&data[message][isSystem]=0&data[chat][id]=5&data[chat][dialogId]=chat5&data[chat][entityType]=LINES&data[chat][entityId]=livechat|22|1775|599&data[chat][entityData1]=Y|LEAD|1209|N|N|343|1773682918|0|0|0&data[user][id]=599&data[user][connector]=1&data[language]=en&ts=1772093963&auth[domain]=p&auth[application_token]=t',
            'event=ONIMBOTMESSAGEADD&data[BOT][567][BOT_ID]=567&data[BOT][567][BOT_CODE]=BOT1&data[PARAMS][MESSAGE]=I+need+help&data[PARAMS][CHAT_ID]=1763&data[PARAMS][CHAT_ENTITY_TYPE]=LINES&data[PARAMS][CHAT_ENTITY_ID]=livechat|22|1775|599&data[PARAMS][MESSAGE_ID]=84400&data[USER][ID]=599&data[USER][IS_CONNECTOR]=Y&ts=1771940028&auth[application_token]=t',
            'event=ONIMBOTV2JOINCHAT&data[bot][id]=456&data[dialogId]=chat5&data[chat][id]=5&data[chat][dialogId]=chat5&data[user][departments][0]=1&ts=1&auth[application_token]=t',
            'event=ONIMCOMMANDADD&data[COMMAND][103][BOT_ID]=1291&data[COMMAND][103][COMMAND]=echo&data[COMMAND][103][COMMAND_PARAMS]=test&data[COMMAND][103][COMMAND_CONTEXT]=TEXTAREA&data[COMMAND][103][MESSAGE_ID]=33899&data[PARAMS][TO_CHAT_ID]=2737&data[USER][ID]=1269&ts=1&auth[application_token]=t',
            '{"event":"ONIMBOTV2MESSAGEADD","data":{"bot":{"id":456,"code":"b"},"message":{"id":789,"chatId":5,"text":"Hi","isSystem":false,"forward":null,"params":{"FILE_ID":[1,2]}},"chat":{"id":5},"user":{"id":1}},"ts":1,"auth":{"application_token":"t"}}',
    ]

    def "mutated bodies are read or refused, and good ones among them are never lost"() {
        given:
        def random = new Random(7)
        def odd = '&=[]%+{}":,|\u0000\u007f'.bytes
        int read = 0, refused = 0, good = 0
        when:
        for (int i = 0; i < BODIES; i++) {
            byte[] body = GOOD[i % GOOD.size()].bytes.clone()
            boolean untouched = i % 100 == 99
            if (!untouched) {
                for (int n = 1 + random.nextInt(4); n > 0; n--) {
                    int at = random.nextInt(body.length)
                    switch (random.nextInt(5)) {
                        case 0: body[at] = (byte) random.nextInt(256); break
                        case 1: body[at] = odd[random.nextInt(odd.length)]; break
                        case 2: body = Arrays.copyOf(body, Math.max(1, at)); break
                        case 3: body = (Arrays.copyOf(body, at) as List<Byte> + (body as List<Byte>).subList(random.nextInt(body.length), body.length)) as byte[]; break
                        default: body = Arrays.copyOf(body, body.length + 1); body[body.length - 1] = body[at]
                    }
                }
            }
            try {
                def events = Events.of(Incoming.read(body))
                assert events
                read++
                if (untouched) {
                    assert events.every { it instanceof DialogEvent }
                    good++
                }
            } catch (MalformedBody e) {
                assert !untouched
                refused++
            }
        }
        then:
        read + refused == BODIES
        good == BODIES.intdiv(100)
        refused > 0
    }
}
