import java.io.FileInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Judges PDF files by the standards named first ("ua1,2a") and prints one line of tab-separated text per breach. */
public class VeraPdf {
    public static void main(String[] args) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String flavourId : args[0].split(",")) {
            var flavour = PDFAFlavour.byFlavourId(flavourId);
            for (String file : List.of(args).subList(1, args.length)) {
                try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                     var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                    var result = validator.validate(parser);
                    System.out.println("judged\t" + flavourId + "\t" + file + "\t" + result.getTotalAssertions());
                    for (TestAssertion breach : result.getTestAssertions())
                        if (breach.getStatus() == TestAssertion.Status.FAILED)
                            System.out.println("breach\t" + flavourId + "\t" + file + "\t" + breach.getRuleId().getClause() + "-"
                                + breach.getRuleId().getTestNumber() + "\t" + breach.getMessage());
                }
            }
        }
    }
}
