package openlines.bench.bolt;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jetty.SlackAppServer;
import com.slack.api.model.event.MessageEvent;

/** The echo bot as Bolt's guide writes one; its calls go to the bench's stub. */
public final class BoltEcho {
    private BoltEcho() {}

    public static void main(String[] arguments) throws Exception {
        var slack = new SlackConfig();
        slack.setMethodsEndpointUrlPrefix(arguments[1] + "/api/");
        App app = new App(AppConfig.builder()
                .slack(Slack.getInstance(slack))
                .singleTeamBotToken("xoxb-bench")
                .signingSecret(arguments[2])
                .authTestCacheEnabled(true) // without it each event costs one call more
                .build());
        app.event(MessageEvent.class, (payload, context) -> {
            context.say(payload.getEvent().getText());
            return context.ack();
        });
        new SlackAppServer(app, Integer.parseInt(arguments[0])).start();
    }
}
