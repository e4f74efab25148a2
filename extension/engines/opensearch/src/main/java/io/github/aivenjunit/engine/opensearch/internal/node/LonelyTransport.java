package io.github.aivenjunit.engine.opensearch.internal.node;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.common.lifecycle.AbstractLifecycleComponent;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.transport.BoundTransportAddress;
import org.opensearch.core.common.transport.TransportAddress;
import org.opensearch.transport.ConnectTransportException;
import org.opensearch.transport.ConnectionProfile;
import org.opensearch.transport.Transport;
import org.opensearch.transport.TransportMessageListener;
import org.opensearch.transport.TransportStats;

/**
 * The way to other nodes, of which there are none. OpenSearch's own transport would open a port where anybody on this
 * machine could do everything without a password.
 */
final class LonelyTransport extends AbstractLifecycleComponent implements Transport {

    private static final TransportAddress NOWHERE = new TransportAddress(InetAddress.getLoopbackAddress(), 0);

    private final RequestHandlers requests = new RequestHandlers();
    private final ResponseHandlers responses = new ResponseHandlers();

    @Override
    public void setMessageListener(TransportMessageListener listener) {
        // No message ever comes.
    }

    @Override
    public BoundTransportAddress boundAddress() {
        return new BoundTransportAddress(new TransportAddress[] {NOWHERE}, NOWHERE);
    }

    @Override
    public Map<String, BoundTransportAddress> profileBoundAddresses() {
        return Map.of();
    }

    @Override
    public TransportAddress[] addressesFromString(String address) {
        return new TransportAddress[0];
    }

    @Override
    public List<String> getDefaultSeedAddresses() {
        return List.of();
    }

    @Override
    public void openConnection(DiscoveryNode node, ConnectionProfile profile, ActionListener<Connection> listener) {
        listener.onFailure(new ConnectTransportException(node, "This node is the only one of its cluster."));
    }

    @Override
    public TransportStats getStats() {
        return new TransportStats(0, 0, 0, 0, 0, 0);
    }

    @Override
    public ResponseHandlers getResponseHandlers() {
        return responses;
    }

    @Override
    public RequestHandlers getRequestHandlers() {
        return requests;
    }

    @Override
    protected void doStart() {}

    @Override
    protected void doStop() {}

    @Override
    protected void doClose() {}
}
