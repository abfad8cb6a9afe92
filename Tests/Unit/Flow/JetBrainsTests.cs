using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>The annotations of JetBrains in bodies.</summary>
public sealed class JetBrainsTests
{
    private const string Annotated = """

        public sealed class Connection : IDisposable
        {
            [MustDisposeResource] public Connection() { }
            [MustDisposeResource] public static Connection Open() => new Connection();
            public static bool TryOpen([MustDisposeResource] [NotNullWhen(true)] out Connection? connection) { connection = null; return false; }
            [HandlesResourceDisposal] public void Close() => Dispose();
            public void Dispose() { }
        }
        public static class Owner { public static void Take([HandlesResourceDisposal] Connection connection) => connection.Dispose(); }
        namespace JetBrains.Annotations
        {
            public sealed class MustDisposeResourceAttribute : Attribute { public MustDisposeResourceAttribute(bool value = true) { } }
            public sealed class HandlesResourceDisposalAttribute : Attribute { }
        }
        """;

    [Theory]
    [InlineData("using var x = Connection.Open();")]
    [InlineData("var x = new Connection(); x.Close();")]
    [InlineData("var x = Connection.Open(); Owner.Take(x);")]
    [InlineData("if (Connection.TryOpen(out var x)) x.Dispose();")]
    [InlineData("if (!Connection.TryOpen(out var x)) return; x.Close();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Connection.Open()|}; if (a) return; x.Dispose();")]
    [InlineData("var x = {|DVM2001:new Connection()|};")]
    [InlineData("var x = {|DVM2001:Connection.Open()|}; if (a) Owner.Take(x);")]
    [InlineData("if ({|DVM2001:Connection.TryOpen(out var x)|} && a) x.Dispose();")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "using System.Diagnostics.CodeAnalysis; using JetBrains.Annotations;\n#nullable enable\npublic class C { public void M(bool a) { " + body + " } }" + Annotated);
}
