package openlines.bench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as a portal and as Slack send them; the number of each is in its text. */
interface Events {
    /** Over so many dialogs. */
    int DIALOGS = 500;

    String path();

    byte[] body(int number);

    String headers(byte[] body);

    /** {@code ONIMBOTV2MESSAGEADD} as the contract's example has it, from a customer of a line. */
    record Portal(String domain, String token) implements Events {
        private static final String FORM = """
                event=ONIMBOTV2MESSAGEADD
                data[bot][id]=456
                data[bot][code]=echo
                data[bot][auth][access_token]=0b02a0690081c38a0049f1ab00000001000007f3c94e8d
                data[bot][auth][expires]=1772093963
                data[bot][auth][expires_in]=3600
                data[bot][auth][scope]=imbot
                data[bot][auth][domain]=portal.example
                data[bot][auth][server_endpoint]=https://oauth.example/rest/
                data[bot][auth][status]=F
                data[bot][auth][client_endpoint]=https://portal.example/rest/
                data[bot][auth][member_id]=bac1cd5c8940947a75e0d71b1a84e348
                data[bot][auth][user_id]=27
                data[bot][auth][application_token]=831c76b0f3a1
                data[message][id]=<id>
                data[message][chatId]=<chat>
                data[message][authorId]=599
                data[message][date]=2026-01-15T10:30:00+02:00
                data[message][text]=<text>
                data[message][isSystem]=0
                data[message][uuid]=
                data[message][forward]=
                data[message][viewedByOthers]=0
                data[chat][id]=<chat>
                data[chat][dialogId]=chat<chat>
                data[chat][type]=lines
                data[chat][name]=Green Guest #17
                data[chat][entityType]=LINES
                data[chat][entityId]=livechat|22|1775|599
                data[chat][entityData1]=Y|LEAD|1209|N|N|343|1773682918|0|0|0
                data[chat][owner]=456
                data[chat][avatar]=
                data[chat][color]=#ab7761
                data[user][id]=599
                data[user][active]=1
                data[user][name]=Ann Lee
                data[user][firstName]=Ann
                data[user][lastName]=Lee
                data[user][workPosition]=
                data[user][color]=#df532d
                data[user][avatar]=
                data[user][gender]=F
                data[user][birthday]=
                data[user][extranet]=1
                data[user][bot]=0
                data[user][connector]=1
                data[user][externalAuthId]=imconnector
                data[user][status]=online
                data[user][idle]=0
                data[user][lastActivityDate]=2026-01-15T10:29:00+02:00
                data[user][absent]=0
                data[user][phones]=0
                data[user][type]=extranet
                data[language]=en
                ts=1772093963
                auth[domain]=<domain>
                auth[application_token]=<token>
                """;

        @Override
        public String path() {
            return "/bitrix24/events";
        }

        @Override
        public byte[] body(int number) {
            return Parts.FORM.with(number, domain, token);
        }

        @Override
        public String headers(byte[] body) {
            return "Content-Type: application/x-www-form-urlencoded\r\n";
        }

        /** The form, written once; only what changes is put in for each event. */
        private record Parts(String[] literals, String[] names) {
            static final Parts FORM = cut(encoded(Portal.FORM));

            private static String encoded(String form) {
                var query = new StringBuilder();
                form.lines().forEach(line -> {
                    int equals = line.indexOf('=');
                    query.append(query.isEmpty() ? "" : "&")
                            .append(URLEncoder.encode(line.substring(0, equals), UTF_8))
                            .append('=');
                    for (String piece : line.substring(equals + 1).split("(?=<)|(?<=>)")) {
                        query.append(piece.startsWith("<") ? piece : URLEncoder.encode(piece, UTF_8));
                    }
                });
                return query.toString();
            }

            private static Parts cut(String form) {
                return new Parts(
                        form.split("<[a-z]+>", -1),
                        java.util.regex.Pattern.compile("<([a-z]+)>")
                                .matcher(form)
                                .results()
                                .map(result -> result.group(1))
                                .toArray(String[]::new));
            }

            byte[] with(int number, String domain, String token) {
                var body = new StringBuilder(literals[0]);
                for (int at = 0; at < names.length; at++) {
                    switch (names[at]) {
                        case "id" -> body.append(number + 1);
                        case "chat" -> body.append(1_000 + number % DIALOGS);
                        case "text" -> body.append(Marks.text(number).replace(' ', '+'));
                        case "domain" -> body.append(domain.replace(":", "%3A"));
                        default -> body.append(token);
                    }
                    body.append(literals[at + 1]);
                }
                return body.toString().getBytes(UTF_8);
            }
        }
    }

    /** A message in a channel, signed as Slack signs. */
    record Slack(String secret) implements Events {
        @Override
        public String path() {
            return "/slack/events";
        }

        @Override
        public byte[] body(int number) {
            return """
                    {"token":"bench","team_id":"T1","api_app_id":"A1","event":{"client_msg_id":\
                    "b1cd3a0e-0000-4000-8000-%012d","type":"message","text":"%s","user":"U599","ts":"1771940028.%06d",\
                    "team":"T1","blocks":[{"type":"rich_text","block_id":"b1","elements":[{"type":\
                    "rich_text_section","elements":[{"type":"text","text":"how much is it"}]}]}],"channel":"C%d",\
                    "event_ts":"1771940028.%06d","channel_type":"channel"},"type":"event_callback","event_id":"Ev%d",\
                    "event_time":1771940028,"authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"U1",\
                    "is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":\
                    "4-eyJldCI6Im1lc3NhZ2UifQ"}""".formatted(
                            number,
                            Marks.text(number),
                            number % 1_000_000,
                            1_000 + number % DIALOGS,
                            number % 1_000_000,
                            number)
                    .getBytes(UTF_8);
        }

        @Override
        public String headers(byte[] body) {
            long now = System.currentTimeMillis() / 1_000;
            return "Content-Type: application/json\r\nX-Slack-Request-Timestamp: " + now + "\r\nX-Slack-Signature: "
                    + signature(now, body) + "\r\n";
        }

        private String signature(long now, byte[] body) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
                mac.update(("v0:" + now + ":").getBytes(UTF_8));
                return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
