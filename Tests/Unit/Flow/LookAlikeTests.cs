using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Only attributes of the full name count, whoever declares them.</summary>
public sealed class LookAlikeTests
{
    private const string Faults = """

        public sealed class Counted { [AcquiresRef] public void Get() { } [ReleasesRef] public void Put() { } [AcquiresRef(When = When.True)] public bool TryGet() => false; }
        public class C { public void M(Counted c) { c.Get(); c.Put(); c.Put(); c.TryGet(); c.Put(); } }
        """;

    [Fact]
    public Task Attributes_of_another_namespace_do_nothing() => AloneAsync("using Look.Alike;\n" + Attributes("Look.Alike") + Faults);

    [Fact]
    public Task Attributes_nested_in_a_type_do_nothing() =>
        AloneAsync("using static Devmap.Contracts;\n" + Attributes("Devmap").Replace("namespace Devmap {", "namespace Devmap { public static class Contracts {", System.StringComparison.Ordinal) + "}" + Faults);

    [Fact]
    public Task A_namespace_that_ends_alike_does_nothing() => AloneAsync("using My.Devmap.Contracts;\n" + Attributes("My.Devmap.Contracts") + Faults);

    [Fact]
    public Task A_subset_with_the_full_name_works() => AloneAsync("using Devmap.Contracts;\n" + Attributes("Devmap.Contracts") + """

        public sealed class Counted { [AcquiresRef] public void Get() { } [ReleasesRef] public void Put() { } [AcquiresRef(When = When.True)] public bool TryGet() => false; }
        public class C
        {
            public void M(Counted c) { c.Get(); c.Put(); {|DVM2002:c.Put()|}; }
            public void N(Counted c) { {|DVM2005:c.TryGet()|}; c.Put(); }
        }
        """);

    [Fact]
    public Task The_library_s_page_under_another_name_is_an_ordinary_type() => CountedCode.VerifyAsync("""
        namespace Other { public sealed class Page { } public sealed class Vma { public int InsertPage(ulong address, Page page) => 0; } }
        public class C { public void M(Other.Vma vma, Other.Page page) { vma.InsertPage(0, page); } }
        """);

    private static string Attributes(string @namespace) => "namespace " + @namespace + """
         {
            public enum When { Always, True }
            [System.AttributeUsage(System.AttributeTargets.All)] public sealed class AcquiresRefAttribute : System.Attribute { public When When { get; set; } }
            [System.AttributeUsage(System.AttributeTargets.All)] public sealed class ReleasesRefAttribute : System.Attribute { }
        }
        """;

    private static Task AloneAsync(string source) =>
        new Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest<Devmap.Analyzers.ReferenceCountAnalyzer, Microsoft.CodeAnalysis.Testing.DefaultVerifier> { TestCode = source }.RunAsync();
}
