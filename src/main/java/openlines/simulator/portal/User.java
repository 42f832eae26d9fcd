package openlines.simulator.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with an id in the portal: an employee, a chatbot, or a customer who writes through a connector. */
public final class User {

    /** What a user is. */
    public enum Kind {
        EMPLOYEE,
        BOT,
        CUSTOMER
    }

    /** Whether an employee is there to answer. */
    public enum Presence {
        ONLINE,
        AWAY,
        OFFLINE
    }

    private long id;
    private Kind kind = Kind.EMPLOYEE;
    private String firstName = "";
    private String lastName = "";
    private String workPosition = "";
    private String email = "";
    private String phone = "";
    private String avatar = "";
    private String gender = "M";
    private String color = "#4ba984";
    private List<Long> departments = List.of();
    private boolean admin;
    private boolean active = true;
    private Presence presence = Presence.ONLINE;
    private Instant registered = Instant.EPOCH;
    private @Nullable Instant lastActivity;

    private User() {}

    public User(long id, Kind kind, String firstName, String lastName, Instant registered) {
        this.id = id;
        this.kind = kind;
        this.firstName = firstName;
        this.lastName = lastName;
        this.registered = registered;
        this.color = COLORS.get((int) (id % COLORS.size()));
    }

    private static final List<String> COLORS = List.of(
            "#df532d", "#64a513", "#4ba984", "#4ba5c3", "#3e99ce", "#8474c8", "#1eb4aa", "#f76187", "#58cc47",
            "#ab7761");

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public boolean employee() {
        return kind == Kind.EMPLOYEE;
    }

    public boolean bot() {
        return kind == Kind.BOT;
    }

    public boolean customer() {
        return kind == Kind.CUSTOMER;
    }

    public String name() {
        return (firstName + " " + lastName).strip();
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String workPosition() {
        return workPosition;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public String avatar() {
        return avatar;
    }

    public String gender() {
        return gender;
    }

    public String color() {
        return color;
    }

    public List<Long> departments() {
        return departments;
    }

    public boolean admin() {
        return admin;
    }

    public boolean active() {
        return active;
    }

    public Presence presence() {
        return presence;
    }

    public Instant registered() {
        return registered;
    }

    public Instant lastActivity() {
        return lastActivity == null ? registered : lastActivity;
    }

    public User named(String first, String last) {
        firstName = first;
        lastName = last;
        return this;
    }

    public User working(String position, List<Long> inDepartments) {
        workPosition = position;
        departments = List.copyOf(inDepartments);
        return this;
    }

    public User reachable(String atEmail, String atPhone) {
        email = atEmail;
        phone = atPhone;
        return this;
    }

    public User looking(String ofGender, String atAvatar) {
        gender = ofGender;
        avatar = atAvatar;
        return this;
    }

    public User colored(String inColor) {
        color = inColor;
        return this;
    }

    public User administering() {
        admin = true;
        return this;
    }

    public void present(Presence now) {
        presence = now;
    }

    /** Takes the user's rights away; chats and messages keep the name. */
    public void dismiss() {
        active = false;
        presence = Presence.OFFLINE;
    }

    public void reinstate() {
        active = true;
    }

    public void seen(Instant now) {
        lastActivity = now;
    }
}
