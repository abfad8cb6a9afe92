using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Presets;

/// <summary>Index readers, and the managers that lend searchers.</summary>
public sealed class LucenePresetTests
{
    private const string Library = """
        using System;
        namespace Lucene.Net.Store
        {
            public class Directory : IDisposable { public void Dispose() { } }
            public class FSDirectory : Directory { public static FSDirectory Open(string path) => null; }
        }
        namespace Lucene.Net.Analysis
        {
            public class TokenStream : IDisposable { public bool IncrementToken() => false; public void Dispose() { } }
            public class Analyzer { public TokenStream GetTokenStream(string fieldName, string text) => null; }
        }
        namespace Lucene.Net.Index
        {
            public abstract class IndexReader : IDisposable
            {
                public void IncRef() { }
                public bool TryIncRef() => true;
                public void DecRef() { }
                public void Dispose() { }
                public int NumDocs { get; }
            }
            public class DirectoryReader : IndexReader
            {
                public static DirectoryReader Open(Lucene.Net.Store.Directory directory) => new();
                public static DirectoryReader OpenIfChanged(DirectoryReader oldReader) => null;
            }
        }
        namespace Lucene.Net.Search
        {
            public class IndexSearcher { public int Count { get; } }
            public abstract class ReferenceManager<G> where G : class
            {
                public G Acquire() => null;
                public void Release(G reference) { }
            }
            public class SearcherManager : ReferenceManager<IndexSearcher> { }
        }
        """;

    /// <summary>The fix of GetTermInfo in Lucene.NET d96dc9e2f: the reader that was opened to look one term up was never closed.</summary>
    [Fact]
    public Task A_reader_that_is_opened_is_closed() => PresetTest.VerifyAsync("lucene", Library, """
        using System;
        using Lucene.Net.Index;

        public static class C
        {
            public static void Before(Lucene.Net.Store.Directory directory)
            {
                IndexReader reader = {|DVM2001:DirectoryReader.Open(directory)|};
                Console.WriteLine("{0} documents", reader.NumDocs);
            }

            public static void After(Lucene.Net.Store.Directory directory)
            {
                using IndexReader reader = DirectoryReader.Open(directory);
                Console.WriteLine("{0} documents", reader.NumDocs);
            }
        }
        """);

    /// <summary>The other half of Lucene.NET d96dc9e2f: directories that nobody disposed of; a reader does not close the one that it reads.</summary>
    [Fact]
    public Task Directories_and_token_streams_are_disposed_of() => PresetTest.VerifyAsync("lucene", Library, """
        using System;
        using Lucene.Net.Analysis;
        using Lucene.Net.Index;
        using Lucene.Net.Store;

        public static class C
        {
            public static int Before(string path)
            {
                using IndexReader reader = DirectoryReader.Open({|DVM2001:FSDirectory.Open(path)|});
                return reader.NumDocs;
            }

            public static int After(string path)
            {
                using FSDirectory directory = FSDirectory.Open(path);
                using IndexReader reader = DirectoryReader.Open(directory);
                return reader.NumDocs;
            }

            public static int Count(Analyzer analyzer, string text)
            {
                TokenStream stream = {|DVM2001:analyzer.GetTokenStream("body", text)|};
                int count = 0;
                while (stream.IncrementToken()) count++;
                return count;
            }
        }
        """);

    [Fact]
    public Task Searchers_go_back_and_reopened_readers_replace_the_old() => PresetTest.VerifyAsync("lucene", Library, """
        using System;
        using Lucene.Net.Index;
        using Lucene.Net.Search;

        public static class C
        {
            public static int Before(SearcherManager manager, bool any)
            {
                IndexSearcher searcher = {|DVM2001:manager.Acquire()|};
                if (!any) throw new InvalidOperationException();
                int count = searcher.Count;
                manager.Release(searcher);
                return count;
            }

            public static int After(SearcherManager manager, bool any)
            {
                IndexSearcher searcher = manager.Acquire();
                try
                {
                    if (!any) throw new InvalidOperationException();
                    return searcher.Count;
                }
                finally
                {
                    manager.Release(searcher);
                }
            }

            public static void Elsewhere(SearcherManager manager, SearcherManager other)
            {
                IndexSearcher searcher = manager.Acquire();
                {|DVM2004:other.Release(searcher)|};
            }

            public static int ReopenBefore(Lucene.Net.Store.Directory directory)
            {
                DirectoryReader reader = {|DVM2001:DirectoryReader.Open(directory)|};
                DirectoryReader newer = DirectoryReader.OpenIfChanged(reader);
                if (newer != null) reader = newer;
                int count = reader.NumDocs;
                reader.Dispose();
                return count;
            }

            public static int ReopenAfter(Lucene.Net.Store.Directory directory)
            {
                DirectoryReader reader = DirectoryReader.Open(directory);
                DirectoryReader newer = DirectoryReader.OpenIfChanged(reader);
                if (newer != null)
                {
                    reader.Dispose();
                    reader = newer;
                }

                int count = reader.NumDocs;
                reader.Dispose();
                return count;
            }

            public static void Unchecked(IndexReader reader)
            {
                {|DVM2005:reader.TryIncRef()|};
                reader.DecRef();
            }
        }
        """);
}
