package openlines.bench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A portal, and a Slack, that answer at once whatever they are asked, and count it. */
final class Stub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;

    /** The bot's id at this portal; it holds every session. */
    static final int BOT = 456;

    private static final String TIME = ",\"time\":{\"start\":1771940028.1,\"finish\":1771940028.2,\"duration\":0.1,"
            + "\"processing\":0.05,\"date_start\":\"2026-02-24T13:33:48+00:00\",\"date_finish\":"
            + "\"2026-02-24T13:33:48+00:00\",\"operating_reset_at\":1771940628,\"operating\":0.1}}";

    /** As the contract's example, where the bot holds the chat. */
    private static final String DIALOG = """
            {"id":1777,"parent_chat_id":0,"parent_message_id":0,"name":"Green Guest #17","description":null,"owner":%d,\
            "extranet":false,"avatar":"","color":"#58cc47","type":"lines","counter":0,"user_counter":2,\
            "message_count":104,"unread_id":0,"restrictions":{"avatar":true,"rename":true,"extend":true,"call":true,\
            "mute":true,"leave":true,"leave_owner":true,"send":true,"user_list":true},"last_message_id":86313,\
            "last_id":86313,"marked_id":0,"disk_folder_id":0,"entity_type":"LINES",\
            "entity_id":"livechat|22|1775|599","entity_data_1":"Y|LEAD|1209|N|N|343|1773682918|0|0|0",\
            "entity_data_2":"LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0","entity_data_3":"N","mute_list":[],\
            "date_create":"2026-03-13T16:50:15+01:00","message_type":"L","public":"","role":"owner"}""".formatted(BOT);

    private static final String SLACK = """
            {"ok":true,"url":"https://bench.example/","team":"Bench","user":"echo","team_id":"T1","user_id":"U1",\
            "bot_id":"B1","channel":"C1","ts":"1771940028.000100","message":{"type":"message","text":"","ts":\
            "1771940028.000100","bot_id":"B1"}}""";

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final LongAdder requests = new LongAdder();
    private final Marks marks;
    private final Channel channel;

    Stub(Marks marks) throws InterruptedException {
        this.marks = marks;
        var answering = new Answering();
        channel = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel one) {
                        one.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(LONGEST), answering);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** HTTP requests so far. */
    long requests() {
        return requests.sum();
    }

    /** Calls by method so far, those within a batch too. */
    Map<String, Long> calls() {
        var counted = new TreeMap<String, Long>();
        calls.forEach((method, count) -> counted.put(method, count.sum()));
        return counted;
    }

    @Sharable
    private final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) throws IOException {
            long now = System.nanoTime();
            byte[] body = ByteBufUtil.getBytes(request.content());
            requests.increment();
            marks.seen(body, now);
            String path = request.uri();
            String method = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
            String said = path.startsWith("/api/") ? slack(method) : portal(method, body);
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(said.getBytes(UTF_8)));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            context.writeAndFlush(response, context.voidPromise());
        }
    }

    private String slack(String method) {
        count(method);
        return SLACK;
    }

    private String portal(String method, byte[] body) throws IOException {
        count(method);
        return "{\"result\":" + (method.equals("batch") ? batch(JSON.readTree(body)) : result(method)) + TIME;
    }

    private static String result(String method) {
        return method.equals("imopenlines.dialog.get") ? DIALOG : "true";
    }

    private String batch(JsonNode body) throws IOException {
        ObjectNode results = JSON.createObjectNode();
        for (var command : body.path("cmd").properties()) {
            String method = command.getValue().asText().split("\\?", 2)[0];
            count(method);
            results.set(command.getKey(), JSON.readTree(result(method)));
        }
        return "{\"result\":" + results
                + ",\"result_error\":[],\"result_total\":[],\"result_next\":[],\"result_time\":[]}";
    }

    private void count(String method) {
        calls.computeIfAbsent(method, _ -> new LongAdder()).increment();
    }

    @Override
    public void close() {
        channel.close();
        loop.shutdownGracefully();
    }
}
