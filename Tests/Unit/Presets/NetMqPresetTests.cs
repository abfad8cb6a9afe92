using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Messages, and the buffers of the pool.</summary>
public sealed class NetMqPresetTests
{
    /// <summary>A message that is not closed where nothing was received, as fixed in NetMQ 69dbd0ad (ReceivingSocketExtensions).</summary>
    [Fact]
    public Task A_message_from_the_pool_is_closed() => PresetTest.VerifyAsync("netmq", """
        namespace NetMQ
        {
            public struct Msg
            {
                public void InitPool(int size) { }
                public void Close() { }
                public byte this[int index] => 0;
            }
            public static class BufferPool { public static byte[] Take(int size) => null; public static void Return(byte[] buffer) { } }
        }
        """, """
        using NetMQ;

        public static class C
        {
            public static int Before(int size, bool any)
            {
                var message = new Msg();
                {|DVM2001:message.InitPool(size)|};
                if (!any) return -1;
                int first = message[0];
                message.Close();
                return first;
            }

            public static int After(int size, bool any)
            {
                var message = new Msg();
                message.InitPool(size);
                int first = any ? message[0] : -1;
                message.Close();
                return first;
            }

            public static int Buffers(int size)
            {
                byte[] buffer = BufferPool.Take(size);
                BufferPool.Return(buffer);
                return {|DVM2003:buffer[0]|};
            }
        }
        """);
}
