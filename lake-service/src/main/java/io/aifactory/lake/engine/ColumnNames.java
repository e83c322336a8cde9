package io.aifactory.lake.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** How columns are called once they are in the lake: lower case, letters, digits and underscores, beginning with a letter. */
public final class ColumnNames {

    private static final int LONGEST = 100;

    private ColumnNames() {}

    /** Returns the name as the lake has it: {@code "BMI (kg/m²)"} is {@code bmi_kg_m2}. Empty if nothing of it remains. */
    public static String normalise(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return plain.isEmpty() || Character.isLetter(plain.charAt(0)) ? plain : "c_" + plain;
    }

    /**
     * Returns all names of a header as the lake has them.
     *
     * @throws UnreadableFile if one is empty or too long, or two become the same
     */
    public static List<String> normaliseAll(List<String> header) {
        var originals = new LinkedHashMap<String, String>();
        var names = new ArrayList<String>();
        for (String original : header) {
            String name = normalise(original);
            requireUsable(original, name, names.size() + 1);
            String other = originals.putIfAbsent(name, original);
            if (other != null) {
                throw new UnreadableFile(
                        "columns '%s' and '%s' have the same name, %s".formatted(other, original, name));
            }
            names.add(name);
        }
        return names;
    }

    private static void requireUsable(String original, String name, int position) {
        if (name.isEmpty()) {
            throw new UnreadableFile("column %d has no usable name: '%s'".formatted(position, original));
        }
        if (name.length() > LONGEST) {
            throw new UnreadableFile("column %d has a name of over %d characters".formatted(position, LONGEST));
        }
    }
}
