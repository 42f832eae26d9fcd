package openlines.bitrix24.rest;

/**
 * What an application proves itself with at the authorization server.
 *
 * @param clientId {@code ""} where the runtime is no application
 * @param clientSecret its secret
 * @param tokenAddress where tokens are renewed
 */
public record AppCredentials(String clientId, String clientSecret, String tokenAddress) {
    public static final String SERVER = "https://oauth.bitrix.info/oauth/token/";
    public static final AppCredentials NONE = new AppCredentials("", "", SERVER);

    public boolean present() {
        return !clientId.isEmpty();
    }

    @Override
    public String toString() {
        return "AppCredentials[" + clientId + "]";
    }
}
