package io.aifactory.bench.catalogue;

import java.util.List;
import java.util.Random;

/** What people ask the catalogue. */
enum Question {
    /** A page of all datasets, and all newest versions of a project. */
    LISTING {
        @Override
        String path(Model model, Random random) {
            return random.nextBoolean()
                    ? "/datasets?limit=50&model=" + model.name()
                    : "/projects/%s/datasets?latest=true".formatted(model.project());
        }
    },
    /** One or two words in names, columns and tags of all projects. */
    SEARCH {
        @Override
        String path(Model model, Random random) {
            List<String> words =
                    List.of("blood", "visits%20silver", model.project() + "%20gold", model.name(), "M11%20people");
            return "/datasets?search=" + words.get(random.nextInt(words.size()));
        }
    },
    /** All about the newest version of a dataset. */
    DETAIL {
        @Override
        String path(Model model, Random random) {
            List<String> tables = List.of("ds01_people/bronze", "ds02_visits/silver", "gold/gold", "gold/gold_test");
            return "/projects/%s/models/%s/datasets/%s/dev/versions/latest"
                    .formatted(model.project(), model.name(), tables.get(random.nextInt(tables.size())));
        }
    },
    /** All that the newest gold came from and was made into. */
    LINEAGE {
        @Override
        String path(Model model, Random random) {
            return "/projects/%1$s/lineage?node=%1$s/%2$s/gold/v%3$d"
                    .formatted(model.project(), model.name(), model.versions());
        }
    };

    /** A model of the catalogue. */
    record Model(String project, String name, int versions) {

        private static final List<String> NAMES = List.of("customers", "orders", "claims", "flights", "meters");

        /** Returns the model of the given number, as the catalogue was filled. */
        static Model of(int number, int versions) {
            return new Model(
                    "project%03d".formatted(number / CataloguePlan.MODELS_OF_PROJECT + 1),
                    "%d_%s_clas"
                            .formatted(10 + number % CataloguePlan.MODELS_OF_PROJECT, NAMES.get(number % NAMES.size())),
                    versions);
        }
    }

    /** Returns what to ask the service for. */
    abstract String path(Model model, Random random);
}
