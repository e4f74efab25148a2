package io.github.aivenjunit.engine.opensearch.internal.node;

import java.util.Map;
import java.util.Optional;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestChannel;
import org.opensearch.rest.RestHandler;
import org.opensearch.rest.RestRequest;

/**
 * Lets requests with a valid user through to OpenSearch and answers all others, even for paths that do not exist, as
 * OpenSearch's security plugin does: in plain text, not in JSON.
 */
record GuardedDispatcher(HttpServerTransport.Dispatcher delegate, Access access)
        implements HttpServerTransport.Dispatcher {

    @Override
    public Optional<RestHandler> dispatchHandler(
            String uri, String rawPath, RestRequest.Method method, Map<String, String> params) {
        return delegate.dispatchHandler(uri, rawPath, method, params);
    }

    @Override
    public void dispatchRequest(RestRequest request, RestChannel channel, ThreadContext context) {
        if (isAdmitted(request)) {
            delegate.dispatchRequest(request, channel, context);
        } else {
            refuse(channel);
        }
    }

    @Override
    public void dispatchBadRequest(RestChannel channel, ThreadContext context, Throwable cause) {
        if (isAdmitted(channel.request())) {
            delegate.dispatchBadRequest(channel, context, cause);
        } else {
            refuse(channel);
        }
    }

    private boolean isAdmitted(RestRequest request) {
        return access.admits(Optional.ofNullable(request.header("Authorization")));
    }

    private static void refuse(RestChannel channel) {
        BytesRestResponse response = new BytesRestResponse(RestStatus.UNAUTHORIZED, "Unauthorized");
        response.addHeader("WWW-Authenticate", "Basic realm=\"OpenSearch Security\"");
        channel.sendResponse(response);
    }
}
