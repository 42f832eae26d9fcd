package openlines.desk

import java.util.concurrent.ConcurrentHashMap

/** A line to a server that can be cut and mended. */
class Cable implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.loopbackAddress)
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet()
    private final int target
    private volatile boolean cut

    Cable(int target) {
        this.target = target
        Thread.startVirtualThread { accept() }
    }

    URI getUrl() { URI.create("http://127.0.0.1:$door.localPort") }

    void cut() {
        cut = true
        ends.each { it.close() }
    }

    void mend() { cut = false }

    private void accept() {
        while (!door.closed) {
            try {
                def here = door.accept()
                if (cut) here.close()
                else join(here)
            } catch (IOException ignored) {
                // closed, or the other end is gone: nothing to join
            }
        }
    }

    private void join(Socket here) {
        def there = new Socket(InetAddress.loopbackAddress, target)
        ends.addAll([here, there])
        pass(here, there)
        pass(there, here)
    }

    private void pass(Socket from, Socket to) {
        Thread.startVirtualThread {
            try {
                from.inputStream.transferTo(to.outputStream)
            } catch (IOException ignored) {
                // cut
            } finally {
                [from, to].each {
                    it.close()
                    ends.remove(it)
                }
            }
        }
    }

    @Override
    void close() {
        door.close()
        cut()
    }
}
