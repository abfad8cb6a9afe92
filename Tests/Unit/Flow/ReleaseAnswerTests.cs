using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A release that answers how many are left, or whether the object is gone, has given one up whatever it answers.</summary>
public sealed class ReleaseAnswerTests
{
    private const string Object = """

        [TrustedContract]
        public sealed class Com
        {
            [AcquiresRef] public Com() { }
            [AcquiresRef] public int AddRef() => 2;
            [ReleasesRef] public int Release() => 1;
            [ReleasesRef] public bool Drop() => false;
            [RequiresRef] public int Read() => 0;
        }
        """;

    [Theory]
    [InlineData("var x = new Com(); if (x.Release() == 0) Console.WriteLine();")]
    [InlineData("var x = new Com(); int left = x.Release(); if (left > 0) return; Console.WriteLine();")]
    [InlineData("var x = new Com(); x.AddRef(); x.Release(); if (!x.Drop()) return;")]
    [InlineData("var x = new Com(); bool gone = x.Drop(); if (gone) return;")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = new Com(); if (x.Release() > 0) {|DVM2002:x.Release()|};")]
    [InlineData("var x = new Com(); if (!x.Drop()) {|DVM2003:x.Read()|};")]
    [InlineData("var x = new Com(); {|DVM2001:x.AddRef()|}; if (x.Release() == 0) return;")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync("public class C { public void M() { " + body + " } }" + Object);
}
