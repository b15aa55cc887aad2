package io.github.multicloudcx.sandbox.internal.cometd;

import io.github.multicloudcx.sandbox.internal.http.Exchange;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.cometd.bayeux.server.BayeuxContext;
import org.jspecify.annotations.Nullable;

/** What a Bayeux message may know of the request that brought it. */
final class ExchangeContext implements BayeuxContext {
    private final Exchange exchange;
    private final ExchangeRequest request;
    private final @Nullable HttpSession session;

    ExchangeContext(Exchange exchange, ExchangeRequest request, @Nullable HttpSession session) {
        this.exchange = exchange;
        this.request = request;
        this.session = session;
    }

    /** The HTTP session of the request. */
    @Nullable
    HttpSession session() {
        return session;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return InetSocketAddress.createUnresolved("127.0.0.1", 0);
    }

    @Override
    public SocketAddress getLocalAddress() {
        return InetSocketAddress.createUnresolved("127.0.0.1", 0);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return exchange.headers().first(name);
    }

    @Override
    public List<String> getHeaderValues(String name) {
        return exchange.headers().all(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public List<String> getParameterValues(String name) {
        return List.of();
    }

    @Override
    public @Nullable String getCookie(String name) {
        return request.getCookie(name);
    }

    @Override
    public @Nullable Object getContextAttribute(String name) {
        return null;
    }

    @Override
    public @Nullable Object getRequestAttribute(String name) {
        return request.getAttribute(name);
    }

    @Override
    public @Nullable String getSessionId() {
        return session == null ? null : session.id();
    }

    @Override
    public @Nullable Object getSessionAttribute(String name) {
        return null;
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public String getURL() {
        return exchange.path();
    }

    @Override
    public List<Locale> getLocales() {
        return List.of(Locale.ROOT);
    }

    @Override
    public String getProtocol() {
        return request.getProtocol();
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
