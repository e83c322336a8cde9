package io.aifactory.bench.catalogue;

import io.aifactory.bench.catalogue.CatalogueReport.Times;
import io.aifactory.bench.catalogue.Question.Model;
import io.aifactory.bench.figures.Sample;
import io.aifactory.bench.lake.LakeSite;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Fills the catalogue of a site and asks it, one question after the other. */
final class CatalogueBench {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int WARM_UP = 100;
    private static final List<String> EMPTY = List.of("[]", "{\"datasets\":[]}");

    private final LakeSite site;
    private final CataloguePlan plan;
    private final Consumer<String> progress;
    private final Random random;
    private final String token;

    CatalogueBench(LakeSite site, CataloguePlan plan, Consumer<String> progress) {
        this.site = site;
        this.plan = plan;
        this.progress = progress;
        this.random = new Random(plan.seed());
        this.token = site.coreTeamToken();
    }

    CatalogueReport run() throws InterruptedException {
        progress.accept("%d datasets of %d versions are made".formatted(plan.datasets(), plan.versions()));
        FilledCatalogue.fill(site, plan);
        int datasets = plan.models() * CataloguePlan.DATASETS_OF_MODEL;
        return new CatalogueReport(
                Runtime.getRuntime().availableProcessors(),
                datasets,
                datasets * plan.versions(),
                plan.requests(),
                measured(Question.LISTING),
                measured(Question.SEARCH),
                measured(Question.DETAIL),
                measured(Question.LINEAGE));
    }

    private Times measured(Question question) throws InterruptedException {
        progress.accept(question + " is asked for");
        for (int request = 0; request < Math.min(WARM_UP, plan.requests()); request++) {
            millis(question);
        }
        var millis = new double[plan.requests()];
        for (int request = 0; request < millis.length; request++) {
            millis[request] = millis(question);
        }
        return Times.of(Sample.of(millis));
    }

    private double millis(Question question) throws InterruptedException {
        String path = question.path(Model.of(random.nextInt(plan.models()), plan.versions()), random);
        long begin = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = site.get(path, token);
            double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
            requireContent(path, answer);
            return millis;
        } catch (IOException e) {
            throw Refusal.of(
                    "The lake service did not answer %s: %s".formatted(path, e.getMessage()), site.lastWords());
        }
    }

    private static void requireContent(String path, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() != 200 || EMPTY.contains(body)) {
            throw Refusal.of("The lake service answers %s with %d: %s".formatted(path, answer.statusCode(), body));
        }
    }
}
