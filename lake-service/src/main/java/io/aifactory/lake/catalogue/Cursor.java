package io.aifactory.lake.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.InvalidName;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of the catalogue ended, and the next begins. It stays good whatever is saved meanwhile.
 *
 * @param project the last one's project
 * @param model its model
 * @param registryName its name
 * @param environment its environment
 * @param version its version
 */
record Cursor(String project, String model, String registryName, String environment, int version) {

    private static final int PARTS = 5;

    static Cursor after(Entry last) {
        return new Cursor(
                last.project().value(),
                last.model().value(),
                last.registryName().value(),
                last.environment().label(),
                last.version());
    }

    /**
     * Returns the cursor that was given out as the given text.
     *
     * @throws InvalidName if it was not
     */
    public static Cursor of(String text) {
        try {
            List<String> parts = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split("/", -1));
            if (parts.size() == PARTS) {
                return new Cursor(
                        parts.get(0), parts.get(1), parts.get(2), parts.get(3), Integer.parseInt(parts.get(4)));
            }
        } catch (IllegalArgumentException e) {
            // told below, together with the other ways of being none
        }
        throw new InvalidName("cursor", text, "one that an earlier answer gave as next");
    }

    @Override
    public String toString() {
        String parts = String.join("/", project, model, registryName, environment, String.valueOf(version));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(UTF_8));
    }
}
