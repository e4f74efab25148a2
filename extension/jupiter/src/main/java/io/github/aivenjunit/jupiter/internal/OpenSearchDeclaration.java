package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenOpenSearch;
import io.github.aivenjunit.project.OpenSearchService;
import io.github.aivenjunit.spec.ServiceSpec;

final class OpenSearchDeclaration implements ServiceDeclaration<AivenOpenSearch> {

    @Override
    public Class<AivenOpenSearch> annotation() {
        return AivenOpenSearch.class;
    }

    @Override
    public ServiceSpec read(AivenOpenSearch declared) {
        return new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(OpenSearchService.TYPE, "opensearch_version", declared.version())
                .build();
    }
}
