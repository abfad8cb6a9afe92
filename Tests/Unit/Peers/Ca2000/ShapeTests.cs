using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Ca2000;

/// <summary>Shapes of code in which the peer reports what is right, or not what is wrong.</summary>
public sealed class ShapeTests
{
    private const string Handle = """

        [TrustedContract]
        public class Handle : IDisposable
        {
            [AcquiresRef(Kind = "dispose")] public Handle() { }
            [ReleasesRef(Kind = "dispose")] public void Dispose() { }
            public int Number { get; set; }
        }

        [TrustedContract]
        public class Patient : IDisposable
        {
            [AcquiresRef(Kind = "dispose")] public Patient() { }
            [ReleasesRef(Kind = "dispose", Idempotent = true)] public void Dispose() { }
            public int Number { get; set; }
        }

        """;

    /// <summary>A using in a loop, left early: a false alarm of the peer.</summary>
    [Fact]
    public Task Using_in_a_loop() => VerifyAsync("""
        public static int Clean(int n)
        {
            while (n-- > 0)
            {
                using var h = new Handle();
                if (h.Number == n) return n;
                if (h.Number > n) continue;
                if (n == 7) break;
            }
            return 0;
        }
        public static int Faulty(int n)
        {
            while (n-- > 0)
            {
                var h = {|DVM2001:new Handle()|};
                if (h.Number == n) return n;
                h.Dispose();
            }
            return 0;
        }
        """);

    /// <summary>Disposed in a nested using and by its owner: right for what may be disposed twice. This killed the rule CA2202.</summary>
    [Fact]
    public Task Disposed_twice() => VerifyAsync("""
        public static void Clean()
        {
            using var p = new Patient();
            using (p) { p.Number = 1; }
        }
        public static void Faulty()
        {
            using var {|DVM2002:h = new Handle()|};
            using (h) { h.Number = 1; }
        }
        """);

    /// <summary>An object initializer and a nested creation: one obligation for each object.</summary>
    [Fact]
    public Task Object_initializer() => VerifyAsync("""
        public static void Clean()
        {
            using var h = new Handle { Number = 3 };
        }
        public static int Faulty() => {|DVM2001:new Handle { Number = 3 }|}.Number;
        """);

    /// <summary>A creation that nobody names.</summary>
    [Fact]
    public Task Created_and_dropped() => VerifyAsync("""
        public static void Clean() => new Handle().Dispose();
        public static void Faulty()
        {
            {|DVM2001:new Handle()|};
            _ = {|DVM2001:new Handle()|};
        }
        """);

    /// <summary>Assigned in both branches, disposed once behind them.</summary>
    [Fact]
    public Task Assigned_in_both_branches() => VerifyAsync("""
        public static void Clean(bool a)
        {
            Handle h;
            if (a) h = new Handle(); else h = new Handle { Number = 1 };
            h.Dispose();
        }
        public static void Faulty(bool a)
        {
            Handle h = {|DVM2001:new Handle()|};
            if (a) h = new Handle { Number = 1 };
            h.Dispose();
        }
        """);

    /// <summary>Disposed through the interface.</summary>
    [Fact]
    public Task Through_the_interface() => VerifyAsync("""
        public static void Clean()
        {
            IDisposable d = new Handle();
            d.Dispose();
        }
        public static void Cast()
        {
            var h = new Handle();
            ((IDisposable)h).Dispose();
        }
        public static void Faulty()
        {
            IDisposable d = {|DVM2001:new Handle()|};
            d.ToString();
        }
        """);

    /// <summary>Made only where it is missing.</summary>
    [Fact]
    public Task Made_where_missing() => VerifyAsync("""
        public static void Clean(bool a)
        {
            Handle h = null;
            h ??= new Handle();
            h.Dispose();
        }
        public static void Faulty(bool a)
        {
            Handle h = a ? {|DVM2001:new Handle()|} : null;
            h ??= {|DVM2001:new Handle()|};
        }
        """);

    private static Task VerifyAsync(string members) => CountedCode.VerifyAsync(Handle + "public class C {\n" + members + "\n}");
}
