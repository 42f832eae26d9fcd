package openlines.simulator.control;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.PortalLanguage;

/** Which language the portal is set to. */
@Controller("/simulator/language")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LanguageController {

    private final Answers answers;
    private final PortalLanguage language;

    LanguageController(Answers answers, PortalLanguage language) {
        this.answers = answers;
        this.language = language;
    }

    /** {@code {code: "de"}}. */
    @Post
    HttpResponse<byte[]> set(@Body byte @Nullable [] body) {
        return answers.to(body == null ? new byte[0] : body, given -> {
            String code = given.text("code", "");
            if (!code.matches("[a-z]{2}")) {
                throw Refusal.bad("a language is two small letters");
            }
            language.set(code);
            return JsonMap.of("code", code);
        });
    }
}
