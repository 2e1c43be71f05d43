import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files: VeraPdf FLAVOUR[,FLAVOUR]... FILE... prints a line for each pair and each rule that failed. */
public class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean all = true;
        for (int i = 1; i < arguments.length; i++) {
            for (String name : arguments[0].split(",")) {
                all &= validate(PDFAFlavour.fromString(name), arguments[i]);
            }
        }
        System.exit(all ? 0 : 1);
    }

    private static boolean validate(PDFAFlavour flavour, String file) throws Exception {
        ValidationResult result;
        // A parser is used up by one validation, so each flavour opens the file again.
        try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            result = validator.validate(parser);
        }
        System.out.printf("%s %s %s%n", result.isCompliant() ? "pass" : "FAIL", flavour, file);
        Map<String, Integer> failed = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                failed.merge(rule + " " + assertion.getMessage(), 1, Integer::sum);
            }
        }
        failed.forEach((rule, count) -> System.out.printf("  %d times %s%n", count, rule));
        return result.isCompliant();
    }
}
