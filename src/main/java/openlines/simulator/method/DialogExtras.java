package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Messages;
import openlines.simulator.line.CrmTracker;
import openlines.simulator.line.Lines;
import openlines.simulator.line.QuickAnswers;
import openlines.simulator.line.Session;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** What an operator makes of a dialog: a lead, a quick answer. */
@Singleton
final class DialogExtras implements RestMethods {

    private final LineDialogs dialogs;
    private final CrmTracker crm;
    private final Lines lines;
    private final Messages messages;
    private final QuickAnswers quickAnswers;

    DialogExtras(LineDialogs dialogs, CrmTracker crm, Lines lines, Messages messages, QuickAnswers quickAnswers) {
        this.dialogs = dialogs;
        this.crm = crm;
        this.lines = lines;
        this.messages = messages;
        this.quickAnswers = quickAnswers;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines")
                .add("imopenlines.crm.lead.create", this::createLead)
                .add("imopenlines.message.quick.save", this::saveQuickAnswer)
                .methods();
    }

    private Object createLead(Call call) {
        Chat chat = dialogs.chat(call);
        Session session = dialogs.openSession(chat)
                .filter(open -> open.heldBy(call.userId()))
                .orElseThrow(() -> RestError.of(
                        "ERROR_USER_NOT_OPERATOR", "Attempt to save a CRM object by a user who is not an operator"));
        crm.createLead(session, lines.get(session.lineId()), call.userId());
        return true;
    }

    private Object saveQuickAnswer(Call call) {
        Chat chat = dialogs.chat(call);
        return messages.find(call.params().id("MESSAGE_ID"))
                .filter(message -> message.chatId() == chat.id())
                .map(message -> quickAnswers.add(message.text()))
                .orElseThrow(() -> RestError.of("CANT_SAVE_QUICK_ANSWER", "Error saving quick answer"));
    }
}
