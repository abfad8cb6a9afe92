using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Kernel objects that count who holds them.</summary>
public sealed class RyujinxPresetTests
{
    private const string Library = """
        namespace Ryujinx.HLE.HOS.Kernel { public class KernelContext { } }
        namespace Ryujinx.HLE.HOS.Kernel.Common
        {
            public class KAutoObject { public void IncrementReferenceCount() { } public void DecrementReferenceCount() { } }
        }
        namespace Ryujinx.HLE.HOS.Kernel.Threading
        {
            using Ryujinx.HLE.HOS.Kernel.Common;
            public class KThread : KAutoObject { public KThread(KernelContext context) { } public bool Initialize() => true; }
        }
        namespace Ryujinx.HLE.HOS.Kernel.Process
        {
            using Ryujinx.HLE.HOS.Kernel.Common;
            public class KHandleTable { public bool GenerateHandle(KAutoObject obj, out int handle) { handle = 0; return true; } }
        }
        namespace Ryujinx.HLE.HOS.Kernel.Ipc
        {
            using Ryujinx.HLE.HOS.Kernel.Common;
            public class KServerSession : KAutoObject { }
            public class KClientSession : KAutoObject { }
            public class KClientPort { }
            public class KSession : KAutoObject
            {
                public KSession(KernelContext context, KClientPort parentPort = null) { }
                public KServerSession ServerSession { get; }
                public KClientSession ClientSession { get; }
            }
        }
        """;

    /// <summary>
    /// Ryujinx d5c34291: a session that MakeObject had given a handle was never closed, because whoever had made it still held its
    /// two ends.
    /// </summary>
    [Fact]
    public Task A_session_with_a_handle_is_let_go_by_who_made_it() => PresetTest.VerifyAsync("ryujinx-kernel", Library, """
        using Ryujinx.HLE.HOS.Kernel;
        using Ryujinx.HLE.HOS.Kernel.Ipc;
        using Ryujinx.HLE.HOS.Kernel.Process;

        public static class C
        {
            public static int Before(KernelContext context, KHandleTable table)
            {
                KSession session = {|DVM2001:new KSession(context)|};
                table.GenerateHandle(session.ClientSession, out int handle);
                return handle;
            }

            public static int After(KernelContext context, KHandleTable table)
            {
                KSession session = new KSession(context);
                table.GenerateHandle(session.ClientSession, out int handle);
                session.ServerSession.DecrementReferenceCount();
                session.ClientSession.DecrementReferenceCount();
                return handle;
            }
        }
        """);

    [Fact]
    public Task A_constructor_makes_the_first_reference() => PresetTest.VerifyAsync("ryujinx-kernel", Library, """
        using Ryujinx.HLE.HOS.Kernel;
        using Ryujinx.HLE.HOS.Kernel.Common;
        using Ryujinx.HLE.HOS.Kernel.Process;
        using Ryujinx.HLE.HOS.Kernel.Threading;

        public static class C
        {
            public static int Leak(KernelContext context, KHandleTable table)
            {
                var thread = {|DVM2001:new KThread(context)|};
                if (!thread.Initialize()) return 0;
                table.GenerateHandle(thread, out int handle);
                thread.DecrementReferenceCount();
                return handle;
            }

            public static int Right(KernelContext context, KHandleTable table)
            {
                var thread = new KThread(context);
                int handle = 0;
                if (thread.Initialize()) table.GenerateHandle(thread, out handle);
                thread.DecrementReferenceCount();
                return handle;
            }

            public static void Objects(KAutoObject thread, bool early)
            {
                {|DVM2001:thread.IncrementReferenceCount()|};
                if (early) return;
                thread.DecrementReferenceCount();
            }
        }
        """);
}
