package openlines.cli;

/** The {@code openlines} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("openlines");
    }
}
