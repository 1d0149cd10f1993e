/** The settings of a run, with the secrets that real ones hold and that must never leave the API. */
export const effectiveConfig = (model: string) => ({
  top_k: 8,
  papers_dir: '/app/papers',
  database_url: 'postgres://rag:s3cret-demo@db:5432/ragonometrics',
  chat_model: model,
  embedding_model: 'text-embedding-3-large',
  chunk_words: 350,
  chunk_overlap: 75,
  bm25_weight: 0.4,
  providers: [
    {
      name: 'openai',
      openai_api_key: 'sk-demo-1234567890abcdefghij',
      base_url: 'https://api.example.org/v1',
    },
  ],
  auth: { password: 'hunter2-demo', session_secret: 'demo-session-secret' },
});
