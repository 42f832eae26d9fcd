package openlines.simulator.crm;

import jakarta.inject.Singleton;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Who may see a CRM object: everybody where it is opened to all, else its responsible and the administrators. */
@Singleton
public final class CrmAccess {

    private final Users users;

    CrmAccess(Users users) {
        this.users = users;
    }

    /** A bot sees what is opened to all (assumed). */
    public boolean sees(long userId, Crm.Item item) {
        boolean opened = !item.text("OPENED").equals("N");
        return opened
                || item.assigned() == userId
                || users.find(userId).filter(User::admin).isPresent();
    }
}
